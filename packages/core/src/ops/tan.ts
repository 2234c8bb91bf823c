import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The tangent of x in radians; NaN at ±Infinity.
 *
 * Source: ONNX Tan-7; NumPy `tan`.
 */
export const tan: UnaryOp = unary({ name: 'tan' });
