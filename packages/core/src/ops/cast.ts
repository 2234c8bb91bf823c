import type { DType } from '../data/dtype.js';
import { dtype } from '../op/attribute.js';
import { anyDType } from '../op/definition.js';
import { unary, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link cast}. */
export interface CastAttributes {
  /** The dtype of y. */
  readonly to: DType;
}

/**
 * x in another dtype.
 *
 * - float32 to integers truncates toward zero, saturates at the ends of the range, and takes NaN to 0;
 * - int32 to uint8 wraps modulo 256;
 * - int32 to float32 rounds to nearest, ties to even;
 * - to bool is `x ≠ 0`, so NaN is true; from bool is 0 or 1.
 *
 * Source: ONNX Cast-13; saturation as in WebAssembly's `trunc_sat`.
 */
export const cast: UnaryOp<CastAttributes> = {
  ...unary<CastAttributes>({ name: 'cast', dtypes: anyDType, attributes: { to: dtype() } }),
  infer: ({ x }, { to }) => [{ dtype: to, shape: x.shape }],
};
