import type { OracleOp } from '../exact.js';
import { pairwise } from '../pairwise.js';
import { arithmetic } from '../running-error.js';

/** `a · b`; integers wrap. */
export const mul: OracleOp<'mul'> = ({ operands: { a, b }, policy }) => [
  pairwise(a, b, { floats: arithmetic(policy).multiply, integers: (p, q) => p * q }),
];
