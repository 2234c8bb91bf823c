import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `eˣ`. */
export const exp: OracleOp<'exp'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('exp', v)),
];
