import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The arc sine in radians, in [−π/2, π/2]; NaN outside [−1, 1].
 *
 * Source: ONNX Asin-7; NumPy `arcsin`.
 */
export const asin: UnaryOp = unary({ name: 'asin' });
