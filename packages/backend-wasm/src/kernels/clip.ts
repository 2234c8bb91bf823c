import { unary } from '../elementwise/unary.js';
import { i32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

const least = -(2 ** 31);
const most = 2 ** 31 - 1;

/** Bounds of integers are cut to the range of their dtype. */
export const clip: Kernel<'clip'> = unary('clip', (x, dtype, { min, max }) => {
  const [low, high] = dtype === 'uint8' ? [0, 255] : [least, most];
  const bound = (value: number): number => Math.min(Math.max(value, low), high);
  const raised = i32x4.maxS(x, i32x4.splat(bound(min ?? -Infinity)));
  return i32x4.minS(raised, i32x4.splat(bound(max ?? Infinity)));
});
