import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `min(max(alpha · x + beta, 0), 1)`. */
export const hardSigmoid: OracleOp<'hardSigmoid'> = ({ operands: { x }, attributes, policy }) => [
  mapFormula(x, policy, (a, v) =>
    a.clamp(a.add(a.multiply(a.constant(attributes.alpha), v), a.constant(attributes.beta)), 0, 1),
  ),
];
