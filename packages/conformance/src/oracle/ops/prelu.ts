import type { OracleOp } from '../exact.js';
import { pairElements } from '../pairwise.js';
import { arithmetic } from '../running-error.js';

/** x where it is not negative, `slope · x` where it is. */
export const prelu: OracleOp<'prelu'> = ({ operands: { x, slope }, policy }) => {
  const a = arithmetic(policy);
  return [
    pairElements(x, slope, 'float32', (v, s) => {
      const scaled = a.multiply(v, s);
      if (v.error === 0 || Math.abs(v.value) > v.error) return v.value < 0 ? scaled : v;
      // x may be on either side of 0, where the slopes 1 and s meet.
      return {
        value: v.value < 0 ? scaled.value : v.value,
        error: scaled.error + v.error + Math.abs(s.value) * v.error,
      };
    }),
  ];
};
