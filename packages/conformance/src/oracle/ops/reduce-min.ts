import type { OracleOp } from '../exact.js';
import { extreme, reduce } from '../reduce.js';

/** The smallest; NaN if one is, ∞ of nothing. */
export const reduceMin: OracleOp<'reduceMin'> = ({ operands: { x }, attributes }) => [
  reduce(x, attributes, {
    floats: (terms) => extreme(terms, -1),
    integers: (terms) => terms.reduce((a, b) => (a < b ? a : b)),
  }),
];
