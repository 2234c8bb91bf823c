import { unary, type UnaryOp } from '../op/unary.js';

/**
 * `1 / √x`: Infinity at 0, NaN below.
 *
 * Source: XLA Rsqrt; `Sqrt` and `Reciprocal` in ONNX.
 */
export const rsqrt: UnaryOp = unary({
  name: 'rsqrt',
  decompose: (g, { x }) => [g.reciprocal({ x: g.sqrt({ x }) })],
});
