import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const gelu: Kernel<'gelu'> = unary('gelu');
