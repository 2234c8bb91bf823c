import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `gamma · x` where x is positive, `gamma · (alpha · eˣ − alpha)` where it is not. */
export const selu: OracleOp<'selu'> = ({ operands: { x }, attributes, policy }) => [
  mapFormula(x, policy, (a, v) => {
    const gamma = a.constant(attributes.gamma);
    if (!(v.value <= 0)) return a.multiply(gamma, v);
    const alpha = a.constant(attributes.alpha);
    return a.multiply(gamma, a.subtract(a.multiply(alpha, a.call('exp', v)), alpha));
  }),
];
