import { boolean } from '../op/attribute.js';
import { type PoolAttributes, pooling, type PoolOp } from '../op/pooling.js';

/** Attributes of {@link averagePool2d}. */
export interface AveragePool2dAttributes extends PoolAttributes {
  /** Whether pixels of padding count in the divisor; false. */
  readonly countPadding: boolean;
}

/**
 * The mean of the pixels under a sliding window, each channel by itself.
 *
 * `y[n,i,j,c] = (Σ_{u,v} x[n, i·s_h + u·d_h − top, j·s_w + v·d_w − left, c]) / count`; x is 0 outside.
 * `count` is the number of taps on pixels of x, and with `countPadding` of those on its padding too.
 * Taps past the padded input, which `ceilMode` can leave, never count. A window on no pixel at all
 * gives NaN (0 / 0) without `countPadding`.
 *
 * - `x` `[N, H, W, C]`, `y` `[N, H', W', C]`.
 *
 * Source: ONNX AveragePool-22 (`count_include_pad`), PyTorch AvgPool2d; TensorFlow never counts padding.
 */
export const averagePool2d: PoolOp<AveragePool2dAttributes> = pooling('averagePool2d', {
  countPadding: boolean(false),
});
