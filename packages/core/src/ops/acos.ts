import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The arc cosine in radians, in [0, π]; NaN outside [−1, 1].
 *
 * Source: ONNX Acos-7; NumPy `arccos`.
 */
export const acos: UnaryOp = unary({ name: 'acos' });
