import { number } from '../op/number.js';
import { unary, type UnaryOp } from '../op/unary.js';

/**
 * Whether x is Infinity or −Infinity.
 *
 * Source: ONNX IsInf-10.
 */
export const isInf: UnaryOp = unary({
  name: 'isInf',
  result: 'bool',
  decompose: (g, { x }) => [g.equal({ a: g.abs({ x }), b: number(g, Infinity) })],
});
