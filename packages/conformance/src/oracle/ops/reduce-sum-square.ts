import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';
import { sumOfSquares } from '../squares.js';

/** `Σ x²`. Integers wrap. */
export const reduceSumSquare: OracleOp<'reduceSumSquare'> = ({
  operands: { x },
  attributes,
  policy,
}) => [
  reduce(x, attributes, {
    floats: (terms) => sumOfSquares(arithmetic(policy), terms),
    integers: (terms) => terms.reduce((sum, v) => sum + v * v, 0n),
  }),
];
