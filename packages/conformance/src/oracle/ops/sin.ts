import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `sin x`, x in radians. */
export const sin: OracleOp<'sin'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('sin', v)),
];
