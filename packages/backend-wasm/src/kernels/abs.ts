import { unary } from '../elementwise/unary.js';
import { i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const abs: Kernel<'abs'> = unary('abs', i32x4.abs);
