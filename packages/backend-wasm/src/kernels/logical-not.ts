import { unary } from '../elementwise/unary.js';
import { i32x4, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const logicalNot: Kernel<'logicalNot'> = unary('logicalNot', (x) =>
  v128.xor(x, i32x4.splat(1)),
);
