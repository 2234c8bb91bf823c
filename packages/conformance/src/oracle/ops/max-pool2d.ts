import type { OracleOp } from '../exact.js';
import { pool } from '../pool.js';
import { extreme } from '../reduce.js';

/** The largest pixel under each window, NaN if there is one; padding never counts. */
export const maxPool2d: OracleOp<'maxPool2d'> = ({ operands: { x }, attributes }) => [
  pool(x, attributes, (pixels) => extreme(pixels, 1)),
];
