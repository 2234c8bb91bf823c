import type { OracleOp } from '../exact.js';
import { comparison } from '../pairwise.js';

/** `a ∧ b`. */
export const logicalAnd: OracleOp<'logicalAnd'> = ({ operands: { a, b } }) => [
  comparison(a, b, (p, q) => p !== 0 && q !== 0),
];
