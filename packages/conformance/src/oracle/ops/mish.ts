import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';
import { softened } from '../softened.js';

/** `x · tanh(ln(1 + eˣ))`; at −∞ the formula and its limit part, which leaves the element open. */
export const mish: OracleOp<'mish'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.multiply(v, a.call('tanh', softened(a, v)))),
];
