import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `tan x`, x in radians. */
export const tan: OracleOp<'tan'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('tan', v)),
];
