import { stridesOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { copyKernel } from '../movement/copy-kernel.js';

/** Writes in order and reads with the permuted strides. */
export const transpose: Kernel<'transpose'> = copyKernel(({ attributes, operands, results }) => {
  const from = stridesOf(operands.x.shape);
  const { shape } = results[0]!;
  const to = stridesOf(shape);
  const axes = attributes.permutation.map((source, axis) => ({
    extent: shape[axis]!,
    from: from[source]!,
    to: to[axis]!,
  }));
  return { axes, fromStart: 0, toStart: 0 };
});
