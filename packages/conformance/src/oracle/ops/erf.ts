import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `2/√π ∫₀ˣ e^(−t²) dt`. */
export const erf: OracleOp<'erf'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('erf', v)),
];
