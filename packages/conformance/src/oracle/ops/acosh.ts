import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `ln(x + √(x² − 1))`; NaN below 1. */
export const acosh: OracleOp<'acosh'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('acosh', v)),
];
