import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `max(0, x) + min(0, alpha · (e^(x / alpha) − 1))`. */
export const celu: OracleOp<'celu'> = ({ operands: { x }, attributes: { alpha }, policy }) => [
  mapFormula(x, policy, (a, v) => {
    if (!(v.value < 0)) return v;
    const scale = a.constant(alpha);
    return a.multiply(scale, a.subtract(a.call('exp', a.divide(v, scale)), a.exact(1)));
  }),
];
