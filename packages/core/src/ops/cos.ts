import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The cosine of x in radians; NaN at ±Infinity.
 *
 * Source: ONNX Cos-7; NumPy `cos`.
 */
export const cos: UnaryOp = unary({ name: 'cos' });
