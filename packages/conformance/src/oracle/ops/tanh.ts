import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)`. */
export const tanh: OracleOp<'tanh'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('tanh', v)),
];
