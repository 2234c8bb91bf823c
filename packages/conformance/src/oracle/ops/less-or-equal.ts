import type { OracleOp } from '../exact.js';
import { comparison } from '../pairwise.js';

/** `a ≤ b`; false with a NaN. */
export const lessOrEqual: OracleOp<'lessOrEqual'> = ({ operands: { a, b } }) => [
  comparison(a, b, (p, q) => p <= q),
];
