import { numeric } from '../op/definition.js';
import { unary, type UnaryOp } from '../op/unary.js';

/**
 * −1, 0 or 1 by the sign of x; NaN where x is NaN.
 *
 * Source: ONNX Sign-13; NumPy `sign`.
 */
export const sign: UnaryOp = unary({ name: 'sign', dtypes: numeric });
