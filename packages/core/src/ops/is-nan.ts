import { unary, type UnaryOp } from '../op/unary.js';

/**
 * Whether x is not a number.
 *
 * Source: ONNX IsNaN-13.
 */
export const isNaN: UnaryOp = unary({
  name: 'isNaN',
  result: 'bool',
  decompose: (g, { x }) => [g.notEqual({ a: x, b: x })],
});
