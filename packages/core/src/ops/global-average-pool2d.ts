import { globalPooling, type GlobalPoolOp } from '../op/pooling.js';

/**
 * The mean of all pixels of each channel: `y[n,c] = Σ_{i,j} x[n,i,j,c] / (H·W)`, NaN when there are none.
 *
 * - `x` `[N, H, W, C]`, `y` `[N, 1, 1, C]`, or `[N, C]` without `keepDims`.
 *
 * Source: Lin, Chen & Yan, "Network in network" (2013).
 */
export const globalAveragePool2d: GlobalPoolOp = globalPooling(
  'globalAveragePool2d',
  (g, { x }, { keepDims }) => [g.reduceMean({ x }, { axes: [1, 2], keepDims })],
);
