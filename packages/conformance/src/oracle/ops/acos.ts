import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `arccos x`; NaN outside [−1, 1]. */
export const acos: OracleOp<'acos'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('acos', v)),
];
