import { unary, type UnaryOp } from '../op/unary.js';

/**
 * The natural logarithm: −Infinity at 0, NaN below.
 *
 * Source: ONNX Log-13; NumPy `log`.
 */
export const log: UnaryOp = unary({ name: 'log' });
