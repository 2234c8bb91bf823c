import { unary } from '../elementwise/unary.js';
import { i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const relu6: Kernel<'relu6'> = unary('relu6', (x) =>
  i32x4.minS(i32x4.maxS(x, i32x4.splat(0)), i32x4.splat(6)),
);
