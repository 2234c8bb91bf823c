import type { OracleOp } from '../exact.js';
import { logistic } from '../logistic.js';
import { mapFormula } from '../running-error.js';

/** `x · sigmoid(beta · x)`; at −∞ the formula and its limit part, which leaves the element open. */
export const swish: OracleOp<'swish'> = ({ operands: { x }, attributes: { beta }, policy }) => [
  mapFormula(x, policy, (a, v) => a.multiply(v, logistic(a, a.multiply(a.constant(beta), v)))),
];
