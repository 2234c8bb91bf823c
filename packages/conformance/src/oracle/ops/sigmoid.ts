import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';
import { logistic } from '../logistic.js';

/** `1 / (1 + e⁻ˣ)`. */
export const sigmoid: OracleOp<'sigmoid'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, logistic),
];
