import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `(exp(x) − exp(−x)) / (exp(x) + exp(−x))`.
 *
 * Source: ONNX Tanh-13.
 */
export const tanh: UnaryOp = activationOp({ name: 'tanh' });
