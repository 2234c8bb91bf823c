import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';

/** `Σ x / n`; NaN of nothing. */
export const reduceMean: OracleOp<'reduceMean'> = ({ operands: { x }, attributes, policy }) => {
  const a = arithmetic(policy);
  return [
    reduce(x, attributes, {
      floats: (terms) =>
        terms.length === 0
          ? a.exact(NaN)
          : a.divide(a.sum('reduction', terms), a.constant(terms.length)),
    }),
  ];
};
