import { mapLines } from '../along-axis.js';
import type { OracleOp } from '../exact.js';
import { logSumExp } from '../log-sum-exp.js';
import { arithmetic } from '../running-error.js';

/** `x − ln Σ eˣ` along an axis; beside ∞ a finite x gives −∞. */
export const logSoftmax: OracleOp<'logSoftmax'> = ({
  operands: { x },
  attributes: { axis },
  policy,
}) => {
  const a = arithmetic(policy);
  return [
    mapLines(x, axis, (line) => {
      const all = logSumExp(a, line);
      return line.map((term) => a.subtract(term, all));
    }),
  ];
};
