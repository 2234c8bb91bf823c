import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `(eˣ − e⁻ˣ) / 2`. */
export const sinh: OracleOp<'sinh'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('sinh', v)),
];
