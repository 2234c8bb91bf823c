import type { OracleOp } from '../exact.js';
import { pool } from '../pool.js';
import { arithmetic } from '../running-error.js';

/** The sum of the pixels under each window over their number, with `countPadding` over all taps within the padding. */
export const averagePool2d: OracleOp<'averagePool2d'> = ({
  operands: { x },
  attributes,
  policy,
}) => {
  const a = arithmetic(policy);
  return [
    pool(x, attributes, (pixels, taps) => {
      const count = attributes.countPadding ? taps : pixels.length;
      return count === 0 ? a.exact(NaN) : a.divide(a.sum('pooling', pixels), a.exact(count));
    }),
  ];
};
