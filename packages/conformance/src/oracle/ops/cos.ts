import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `cos x`, x in radians. */
export const cos: OracleOp<'cos'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('cos', v)),
];
