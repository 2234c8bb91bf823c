import { float } from '../op/attribute.js';
import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link swish}. */
export interface SwishAttributes {
  /** Slope of the gate; 1, which is SiLU. */
  readonly beta: number;
}

/**
 * `x / (1 + exp(−beta · x))`; NaN at −Infinity for a positive beta.
 *
 * Source: Ramachandran, Zoph & Le, "Searching for activation functions" (2017); ONNX Swish-24.
 */
export const swish: UnaryOp<SwishAttributes> = activationOp<SwishAttributes>({
  name: 'swish',
  attributes: { beta: float(1) },
  decompose(g, { x }, { beta }) {
    const inner = beta === 1 ? x : g.mul({ a: x, b: number(g, beta) });
    return [g.mul({ a: x, b: g.sigmoid({ x: inner }) })];
  },
});
