import type { OracleOp } from '../exact.js';
import { logSumExp } from '../log-sum-exp.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';

/** `ln Σ eˣ`; −∞ of nothing. */
export const reduceLogSumExp: OracleOp<'reduceLogSumExp'> = ({
  operands: { x },
  attributes,
  policy,
}) => {
  const a = arithmetic(policy);
  return [reduce(x, attributes, { floats: (terms) => logSumExp(a, terms) })];
};
