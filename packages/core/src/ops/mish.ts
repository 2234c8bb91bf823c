import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `x · tanh(ln(1 + exp(x)))`; NaN at −Infinity.
 *
 * Source: Misra, "Mish: a self regularized non-monotonic activation function" (2019); ONNX Mish-18.
 */
export const mish: UnaryOp = activationOp({
  name: 'mish',
  decompose: (g, { x }) => [g.mul({ a: x, b: g.tanh({ x: g.softplus({ x }) }) })],
});
