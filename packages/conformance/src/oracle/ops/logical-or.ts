import type { OracleOp } from '../exact.js';
import { comparison } from '../pairwise.js';

/** `a ∨ b`. */
export const logicalOr: OracleOp<'logicalOr'> = ({ operands: { a, b } }) => [
  comparison(a, b, (p, q) => p !== 0 || q !== 0),
];
