import type { OracleOp } from '../exact.js';
import { comparison } from '../pairwise.js';

/** `a ≠ b`; NaN differs from everything, itself included. */
export const notEqual: OracleOp<'notEqual'> = ({ operands: { a, b } }) => [
  comparison(a, b, (p, q) => p !== q),
];
