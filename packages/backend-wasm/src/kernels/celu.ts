import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const celu: Kernel<'celu'> = unary('celu');
