import type { OracleOp } from '../exact.js';
import { pairwise } from '../pairwise.js';
import { extreme } from '../reduce.js';

/** The larger of two; NaN if either is. Of zeros of both signs either may come out. */
export const maximum: OracleOp<'maximum'> = ({ operands: { a, b } }) => [
  pairwise(a, b, {
    floats: (p, q) => extreme([p, q], 1),
    integers: (p, q) => (p > q ? p : q),
  }),
];
