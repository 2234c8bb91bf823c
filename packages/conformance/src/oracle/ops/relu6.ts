import { mapElements } from '../elementwise.js';
import type { OracleOp } from '../exact.js';

/** `min(max(x, 0), 6)`; NaN stays. */
export const relu6: OracleOp<'relu6'> = ({ operands: { x } }) => [
  mapElements(x, (v) => (v < 0 ? 0 : v > 6 ? 6 : v)),
];
