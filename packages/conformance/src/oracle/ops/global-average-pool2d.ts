import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import { arithmetic } from '../running-error.js';

/** The mean of all pixels of each channel. */
export const globalAveragePool2d: OracleOp<'globalAveragePool2d'> = ({
  operands: { x },
  attributes: { keepDims },
  policy,
}) => {
  const a = arithmetic(policy);
  return [
    reduce(
      x,
      { axes: [1, 2], keepDims },
      {
        floats: (pixels) =>
          pixels.length === 0
            ? a.exact(NaN)
            : a.divide(a.sum('pooling', pixels), a.exact(pixels.length)),
      },
    ),
  ];
};
