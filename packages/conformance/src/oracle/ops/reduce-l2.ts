import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';
import { sumOfSquares } from '../squares.js';

/** `√Σ x²`. */
export const reduceL2: OracleOp<'reduceL2'> = ({ operands: { x }, attributes, policy }) => {
  const a = arithmetic(policy);
  return [reduce(x, attributes, { floats: (terms) => a.root(sumOfSquares(a, terms)) })];
};
