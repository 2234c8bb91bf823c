import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The sine of x in radians; NaN at ±Infinity.
 *
 * Source: ONNX Sin-7; NumPy `sin`.
 */
export const sin: UnaryOp = unary({ name: 'sin' });
