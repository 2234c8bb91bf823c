import type { OracleOp } from '../exact.js';
import { comparison } from '../pairwise.js';

/** `a ≠ b` of truth values. */
export const logicalXor: OracleOp<'logicalXor'> = ({ operands: { a, b } }) => [
  comparison(a, b, (p, q) => (p !== 0) !== (q !== 0)),
];
