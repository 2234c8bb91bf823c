import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';

/** Σ x; 0 of nothing. Integers wrap. */
export const reduceSum: OracleOp<'reduceSum'> = ({ operands: { x }, attributes, policy }) => [
  reduce(x, attributes, {
    floats: (terms) => arithmetic(policy).sum('reduction', terms),
    integers: (terms) => terms.reduce((sum, v) => sum + v, 0n),
  }),
];
