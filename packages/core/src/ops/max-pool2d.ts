import { type PoolAttributes, pooling, type PoolOp } from '../op/pooling.js';

/**
 * The greatest pixel under a sliding window, each channel by itself.
 *
 * `y[n,i,j,c] = max_{u,v} x[n, i·s_h + u·d_h − top, j·s_w + v·d_w − left, c]`; x is −Infinity outside,
 * NaN under the window gives NaN.
 *
 * - `x` `[N, H, W, C]`, `y` `[N, H', W', C]`.
 *
 * Source: ONNX MaxPool-12 without indices; NaN as in PyTorch and TensorFlow.
 */
export const maxPool2d: PoolOp<PoolAttributes> = pooling('maxPool2d', {});
