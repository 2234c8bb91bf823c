import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `(exp(x) + exp(−x)) / 2`.
 *
 * Source: ONNX Cosh-9; NumPy `cosh`.
 */
export const cosh: UnaryOp = unary({ name: 'cosh' });
