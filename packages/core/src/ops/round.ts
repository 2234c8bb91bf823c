import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The nearest integer, the even one of two; keeps the sign of zero.
 *
 * Source: ONNX Round-11; NumPy `rint`.
 */
export const round: UnaryOp = unary({ name: 'round' });
