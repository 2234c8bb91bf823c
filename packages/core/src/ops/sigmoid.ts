import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `1 / (1 + exp(−x))`.
 *
 * Source: ONNX Sigmoid-13.
 */
export const sigmoid: UnaryOp = activationOp({ name: 'sigmoid' });
