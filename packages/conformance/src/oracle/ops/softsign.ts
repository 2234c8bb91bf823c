import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `x / (1 + |x|)`; at ±∞ the formula and its limit part, which leaves the element open. */
export const softsign: OracleOp<'softsign'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => {
    const y = a.divide(v, a.add(a.exact(1), a.exact(Math.abs(v.value))));
    return Math.abs(v.value) === Infinity ? { ...y, error: Infinity } : y;
  }),
];
