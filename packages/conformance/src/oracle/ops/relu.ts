import { mapElements } from '../elementwise.js';
import type { OracleOp } from '../exact.js';

/** `max(x, 0)`; NaN stays. */
export const relu: OracleOp<'relu'> = ({ operands: { x } }) => [
  mapElements(x, (v) => (v < 0 ? 0 : v)),
];
