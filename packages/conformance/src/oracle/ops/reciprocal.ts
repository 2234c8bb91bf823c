import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `1 / x`. */
export const reciprocal: OracleOp<'reciprocal'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.divide(a.exact(1), v)),
];
