import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `x / (1 + |x|)`, NaN at ±∞ as the formula says. */
export const softsign: OracleOp<'softsign'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.divide(v, a.add(a.exact(1), a.exact(Math.abs(v.value))))),
];
