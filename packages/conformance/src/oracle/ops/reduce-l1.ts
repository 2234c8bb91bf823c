import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';

/** `Σ |x|`. Integers wrap. */
export const reduceL1: OracleOp<'reduceL1'> = ({ operands: { x }, attributes, policy }) => [
  reduce(x, attributes, {
    floats: (terms) =>
      arithmetic(policy).sum(
        'reduction',
        terms.map(({ value, error }) => ({ value: Math.abs(value), error })),
      ),
    integers: (terms) => terms.reduce((sum, v) => sum + (v < 0n ? -v : v), 0n),
  }),
];
