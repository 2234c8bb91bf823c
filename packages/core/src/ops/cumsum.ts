import { alongAxis, type AlongAxisOp, type AxisAttributes } from '../op/along-axis.js';
import { boolean } from '../op/attribute.js';

/** Attributes of {@link cumsum}. */
export interface CumsumAttributes extends AxisAttributes {
  /** Whether y[i] leaves x[i] itself out, so that the first is 0; false. */
  readonly exclusive: boolean;
  /** Whether the sums run from the end; false. */
  readonly reverse: boolean;
}

/**
 * Running sums along an axis: `y[i] = Σ_{j ≤ i} x[j]`; int32 wraps modulo 2³².
 *
 * Source: ONNX CumSum-14; NumPy `cumsum`.
 */
export const cumsum: AlongAxisOp<CumsumAttributes> = alongAxis<CumsumAttributes>({
  name: 'cumsum',
  dtypes: ['float32', 'int32'],
  sets: [],
  operations: 1,
  attributes: { exclusive: boolean(false), reverse: boolean(false) },
});
