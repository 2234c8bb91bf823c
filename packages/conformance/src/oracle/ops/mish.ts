import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';
import { softened } from '../softened.js';

/** `x · tanh(ln(1 + eˣ))`, NaN at −∞ as the formula says. */
export const mish: OracleOp<'mish'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) =>
    v.value === -Infinity ? a.exact(NaN) : a.multiply(v, a.call('tanh', softened(a, v))),
  ),
];
