import { globalPooling, type GlobalPoolOp } from '../op/pooling.js';

/**
 * The greatest pixel of each channel: `y[n,c] = max_{i,j} x[n,i,j,c]`, −Infinity when there are none.
 *
 * - `x` `[N, H, W, C]`, `y` `[N, 1, 1, C]`, or `[N, C]` without `keepDims`.
 *
 * Source: ONNX GlobalMaxPool-1.
 */
export const globalMaxPool2d: GlobalPoolOp = globalPooling(
  'globalMaxPool2d',
  (g, { x }, { keepDims }) => [g.reduceMax({ x }, { axes: [1, 2], keepDims })],
);
