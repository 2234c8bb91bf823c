import { mapLines } from '../along-axis.js';
import type { OracleOp } from '../exact.js';
import { extreme } from '../reduce.js';
import { arithmetic } from '../running-error.js';

/** `e^(x−m) / Σ e^(x−m)` with the maximum m of the line; NaN all along a line with NaN or ∞, or of −∞ alone. */
export const softmax: OracleOp<'softmax'> = ({ operands: { x }, attributes: { axis }, policy }) => {
  const a = arithmetic(policy);
  return [
    mapLines(x, axis, (line) => {
      const top = extreme(line, 1);
      const powers = line.map((term) => a.call('exp', a.subtract(term, top)));
      const sum = a.sum('reduction', powers);
      return powers.map((power) => a.multiply(a.divide(power, sum), a.exact(1)));
    }),
  ];
};
