import { float } from '../op/attribute.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link elu}. */
export interface EluAttributes {
  /** Limit below 0 is −alpha; 1. */
  readonly alpha: number;
}

/**
 * `x` where x ≥ 0, `alpha · (exp(x) − 1)` below.
 *
 * Source: Clevert, Unterthiner & Hochreiter, "Fast and accurate deep network learning by exponential
 * linear units" (2015); ONNX Elu-6.
 */
export const elu: UnaryOp<EluAttributes> = activationOp<EluAttributes>({
  name: 'elu',
  attributes: { alpha: float(1) },
});
