import { numeric } from '../op/definition.js';
import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `|x|`. The int32 −2³¹ stays as it is.
 *
 * Source: ONNX Abs-13; NumPy `abs`.
 */
export const abs: UnaryOp = unary({ name: 'abs', dtypes: numeric });
