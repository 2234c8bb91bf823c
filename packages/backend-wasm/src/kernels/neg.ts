import { unary } from '../elementwise/unary.js';
import { i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const neg: Kernel<'neg'> = unary('neg', i32x4.neg);
