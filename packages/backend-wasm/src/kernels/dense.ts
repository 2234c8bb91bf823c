import { sizeOf } from '@separable/core';
import type { Kernel } from '../kernel.js';
import { matrixKernel } from '../tiles/matrix-kernel.js';

/** All axes but the last are rows of a matrix. */
export const dense: Kernel<'dense'> = matrixKernel('dense', (shape) => sizeOf(shape.slice(0, -1)));
