import type { OracleOp } from '../exact.js';
import { pairwise } from '../pairwise.js';
import { arithmetic } from '../running-error.js';

/** `a + b`; integers wrap. */
export const add: OracleOp<'add'> = ({ operands: { a, b }, policy }) => [
  pairwise(a, b, { floats: arithmetic(policy).add, integers: (p, q) => p + q }),
];
