import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';
import { softened } from '../softened.js';

/** `ln(1 + eˣ)`. */
export const softplus: OracleOp<'softplus'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, softened),
];
