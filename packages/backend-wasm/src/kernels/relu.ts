import { unary } from '../elementwise/unary.js';
import { i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const relu: Kernel<'relu'> = unary('relu', (x) => i32x4.maxS(x, i32x4.splat(0)));
