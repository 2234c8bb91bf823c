import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** Square root; NaN below 0. */
export const sqrt: OracleOp<'sqrt'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('sqrt', v)),
];
