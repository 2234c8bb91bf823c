import { float } from '../op/attribute.js';
import { number } from '../op/number.js';
import { unary, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link celu}. */
export interface CeluAttributes {
  /** Not 0; the limit below 0 is −alpha; 1. */
  readonly alpha: number;
}

/**
 * `x` where x ≥ 0, `alpha · (exp(x / alpha) − 1)` below.
 *
 * Source: Barron, "Continuously differentiable exponential linear units" (2017); ONNX Celu-12.
 */
export const celu: UnaryOp<CeluAttributes> = unary<CeluAttributes>({
  name: 'celu',
  attributes: { alpha: float(1) },
  decompose(g, { x }, { alpha }) {
    const scale = number(g, alpha);
    const below = g.mul({ a: scale, b: g.elu({ x: g.div({ a: x, b: scale }) }) });
    return [g.where({ condition: g.less({ a: x, b: number(g, 0) }), a: below, b: x })];
  },
});
