import type { OpMethods, Value } from '../graph/builder-types.js';
import { oneOf } from '../op/attribute.js';
import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link gelu}. */
export interface GeluAttributes {
  /** The exact function, or the paper's approximation by tanh; `none`. */
  readonly approximate: 'none' | 'tanh';
}

/**
 * `x/2 · (1 + erf(x / √2))`, or with tanh `x/2 · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))`; NaN at
 * −Infinity.
 *
 * Source: Hendrycks & Gimpel, "Gaussian error linear units" (2016); ONNX Gelu-20.
 */
export const gelu: UnaryOp<GeluAttributes> = activationOp<GeluAttributes>({
  name: 'gelu',
  attributes: { approximate: oneOf(['none', 'tanh'], 'none') },
  decompose(g, { x }, { approximate }) {
    const half = g.mul({ a: x, b: number(g, 0.5) });
    const gate =
      approximate === 'none'
        ? g.erf({ x: g.mul({ a: x, b: number(g, Math.SQRT1_2) }) })
        : g.tanh({ x: tanhArgument(g, x) });
    return [g.mul({ a: half, b: g.add({ a: gate, b: number(g, 1) }) })];
  },
});

/** `√(2/π) · (x + 0.044715 · x³)`. */
function tanhArgument(g: OpMethods, x: Value): Value {
  const square = g.mul({ a: x, b: x });
  const factor = g.add({ a: g.mul({ a: square, b: number(g, 0.044715) }), b: number(g, 1) });
  return g.mul({ a: g.mul({ a: x, b: factor }), b: number(g, Math.sqrt(2 / Math.PI)) });
}
