import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `arctan x`. */
export const atan: OracleOp<'atan'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('atan', v)),
];
