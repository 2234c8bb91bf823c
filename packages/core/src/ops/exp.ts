import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `e^x`.
 *
 * Source: ONNX Exp-13; NumPy `exp`.
 */
export const exp: UnaryOp = unary({ name: 'exp' });
