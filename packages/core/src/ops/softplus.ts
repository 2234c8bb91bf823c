import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `ln(1 + exp(x))`, without overflow for large x.
 *
 * Source: Glorot, Bordes & Bengio, "Deep sparse rectifier neural networks" (2011); ONNX Softplus-1.
 */
export const softplus: UnaryOp = activationOp({ name: 'softplus' });
