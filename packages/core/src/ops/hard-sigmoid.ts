import { float } from '../op/attribute.js';
import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link hardSigmoid}. */
export interface HardSigmoidAttributes {
  /** Slope; 0.2. */
  readonly alpha: number;
  /** Value at 0; 0.5. */
  readonly beta: number;
}

/**
 * `min(max(alpha · x + beta, 0), 1)`. MobileNetV3 takes alpha = 1/6.
 *
 * Source: ONNX HardSigmoid-6.
 */
export const hardSigmoid: UnaryOp<HardSigmoidAttributes> = activationOp<HardSigmoidAttributes>({
  name: 'hardSigmoid',
  attributes: { alpha: float(0.2), beta: float(0.5) },
  decompose(g, { x }, { alpha, beta }) {
    const line = g.add({ a: g.mul({ a: x, b: number(g, alpha) }), b: number(g, beta) });
    return [g.clip({ x: line }, { min: 0, max: 1 })];
  },
});
