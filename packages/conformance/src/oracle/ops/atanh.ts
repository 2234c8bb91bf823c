import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `½ ln((1 + x) / (1 − x))`; NaN outside [−1, 1]. */
export const atanh: OracleOp<'atanh'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('atanh', v)),
];
