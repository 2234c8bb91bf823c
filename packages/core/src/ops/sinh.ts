import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `(exp(x) − exp(−x)) / 2`.
 *
 * Source: ONNX Sinh-9; NumPy `sinh`.
 */
export const sinh: UnaryOp = unary({ name: 'sinh' });
