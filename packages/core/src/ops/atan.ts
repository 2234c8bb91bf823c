import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The arc tangent in radians, in [−π/2, π/2].
 *
 * Source: ONNX Atan-7; NumPy `arctan`.
 */
export const atan: UnaryOp = unary({ name: 'atan' });
