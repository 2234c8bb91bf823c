import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `ln(x + √(x² + 1))`. */
export const asinh: OracleOp<'asinh'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('asinh', v)),
];
