import type { OracleOp } from '../exact.js';
import { comparison } from '../pairwise.js';

/** `a = b`; NaN equals nothing, −0 equals 0. */
export const equal: OracleOp<'equal'> = ({ operands: { a, b } }) => [
  comparison(a, b, (p, q) => p === q),
];
