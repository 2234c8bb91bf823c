import { float } from '../op/attribute.js';
import { number } from '../op/number.js';
import { activationOp, type UnaryOp } from '../op/unary.js';

/** Attributes of {@link selu}. */
export interface SeluAttributes {
  /** The α of the paper. */
  readonly alpha: number;
  /** The λ of the paper. */
  readonly gamma: number;
}

/**
 * `gamma · x` where x ≥ 0, `gamma · alpha · (exp(x) − 1)` below.
 *
 * Source: Klambauer et al., "Self-normalizing neural networks" (2017); ONNX Selu-6.
 */
export const selu: UnaryOp<SeluAttributes> = activationOp<SeluAttributes>({
  name: 'selu',
  attributes: { alpha: float(1.6732632423543772), gamma: float(1.0507009873554805) },
  decompose: (g, { x }, { alpha, gamma }) => [
    g.mul({ a: g.elu({ x }, { alpha }), b: number(g, gamma) }),
  ],
});
