import { argumentOfExtreme } from '../argument-of-extreme.js';
import type { OracleOp } from '../exact.js';

/** Index of the smallest element, of equal ones the first (or the last); the first NaN if there is one. */
export const argMin: OracleOp<'argMin'> = ({ operands: { x }, attributes }) => [
  argumentOfExtreme(x, attributes, -1),
];
