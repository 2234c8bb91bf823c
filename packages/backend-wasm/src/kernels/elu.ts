import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const elu: Kernel<'elu'> = unary('elu');
