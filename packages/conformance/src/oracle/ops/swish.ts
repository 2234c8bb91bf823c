import type { OracleOp } from '../exact.js';
import { logistic } from '../logistic.js';
import { mapFormula } from '../running-error.js';

/** `x · sigmoid(beta · x)`, NaN where the formula says `∞ · 0`. */
export const swish: OracleOp<'swish'> = ({ operands: { x }, attributes: { beta }, policy }) => [
  mapFormula(x, policy, (a, v) => {
    const gate = logistic(a, a.multiply(a.constant(beta), v));
    return Math.abs(v.value) === Infinity ? a.exact(v.value * gate.value) : a.multiply(v, gate);
  }),
];
