import { unary } from '../elementwise/unary.js';
import { i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const sign: Kernel<'sign'> = unary('sign', (x) =>
  i32x4.maxS(i32x4.minS(x, i32x4.splat(1)), i32x4.splat(-1)),
);
