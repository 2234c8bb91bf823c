import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/**
 * `x / (1 + |x|)`; NaN at ±Infinity, as the formula says.
 *
 * Source: Bergstra et al., "Quadratic polynomials learn better image features" (2009); ONNX
 * Softsign-1.
 */
export const softsign: UnaryOp = activationOp({
  name: 'softsign',
  decompose(g, { x }) {
    return [g.div({ a: x, b: g.add({ a: g.abs({ x }), b: number(g, 1) }) })];
  },
});
