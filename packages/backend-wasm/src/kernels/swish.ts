import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const swish: Kernel<'swish'> = unary('swish');
