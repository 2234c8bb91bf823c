import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const mish: Kernel<'mish'> = unary('mish');
