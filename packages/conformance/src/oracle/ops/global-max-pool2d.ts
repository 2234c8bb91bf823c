import type { OracleOp } from '../exact.js';
import { extreme, reduce } from '../reduce.js';

/** The largest of all pixels of each channel, NaN if there is one. */
export const globalMaxPool2d: OracleOp<'globalMaxPool2d'> = ({
  operands: { x },
  attributes: { keepDims },
}) => [reduce(x, { axes: [1, 2], keepDims }, { floats: (pixels) => extreme(pixels, 1) })];
