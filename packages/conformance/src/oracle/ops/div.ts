import type { OracleOp } from '../exact.js';
import { pairwise } from '../pairwise.js';
import { arithmetic } from '../running-error.js';

/** `a / b`; integers truncate toward zero, wrap (−2³¹ / −1), and give 0 over 0. */
export const div: OracleOp<'div'> = ({ operands: { a, b }, policy }) => [
  pairwise(a, b, {
    floats: arithmetic(policy).divide,
    integers: (p, q) => (q === 0n ? 0n : p / q),
  }),
];
