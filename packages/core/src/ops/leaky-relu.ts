import { float } from '../op/attribute.js';
import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link leakyRelu}. */
export interface LeakyReluAttributes {
  /** Slope below 0; 0.01. */
  readonly alpha: number;
}

/**
 * `x` where x ≥ 0, `alpha · x` below.
 *
 * Source: Maas, Hannun & Ng, "Rectifier nonlinearities improve neural network acoustic models"
 * (2013); ONNX LeakyRelu-16.
 */
export const leakyRelu: UnaryOp<LeakyReluAttributes> = activationOp<LeakyReluAttributes>({
  name: 'leakyRelu',
  attributes: { alpha: float(0.01) },
  decompose: (g, { x }, { alpha }) => [g.prelu({ x, slope: number(g, alpha) })],
});
