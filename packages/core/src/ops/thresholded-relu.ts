import { float } from '../op/attribute.js';
import { number } from '../op/number.js';
import { unary, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link thresholdedRelu}. */
export interface ThresholdedReluAttributes {
  /** Threshold; 1. */
  readonly alpha: number;
}

/**
 * `x` where x > alpha, 0 elsewhere, NaN where x is NaN.
 *
 * Source: Konda, Memisevic & Krueger, "Zero-bias autoencoders and the benefits of co-adapting
 * features" (2014); ONNX ThresholdedRelu-10.
 */
export const thresholdedRelu: UnaryOp<ThresholdedReluAttributes> = unary<ThresholdedReluAttributes>(
  {
    name: 'thresholdedRelu',
    attributes: { alpha: float(1) },
    decompose(g, { x }, { alpha }) {
      const below = g.lessOrEqual({ a: x, b: number(g, alpha) });
      return [g.where({ condition: below, a: number(g, 0), b: x })];
    },
  },
);
