import { number } from '../op/number.js';
import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `1 / x`: ±Infinity at ±0.
 *
 * Source: ONNX Reciprocal-13.
 */
export const reciprocal: UnaryOp = unary({
  name: 'reciprocal',
  decompose: (g, { x }) => [g.div({ a: number(g, 1), b: x })],
});
