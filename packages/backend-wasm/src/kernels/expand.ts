import { stridesOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { copyKernel } from '../movement/copy-kernel.js';

/** Reads with stride 0 along the axes that repeat. */
export const expand: Kernel<'expand'> = copyKernel(({ operands, results }) => {
  const { shape } = results[0]!;
  const source = operands.x.shape;
  const from = stridesOf(source);
  const to = stridesOf(shape);
  const missing = shape.length - source.length;
  const axes = shape.map((extent, axis) => ({
    extent,
    from: (source[axis - missing] ?? 1) === 1 ? 0 : from[axis - missing]!,
    to: to[axis]!,
  }));
  return { axes, fromStart: 0, toStart: 0 };
});
