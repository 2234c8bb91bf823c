import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `arcsin x`; NaN outside [−1, 1]. */
export const asin: OracleOp<'asin'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('asin', v)),
];
