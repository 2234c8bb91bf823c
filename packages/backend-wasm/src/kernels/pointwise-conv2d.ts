import { sizeOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { matrixKernel } from '../tiles/matrix-kernel.js';

/** Pixels are rows of a matrix. */
export const pointwiseConv2d: Kernel<'pointwiseConv2d'> = matrixKernel('pointwise', (shape) =>
  sizeOf(shape.slice(0, -1)),
);
