import { largest } from '../../tolerance/roundoff.js';
import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/**
 * `x · min(max(x + 3, 0), 6) / 6`, bounded for the form `x · min(max(x / 6 + ½, 0), 1)` as well. NaN at
 * −∞ as the formula says; open where the product overflows before it is divided.
 */
export const hardSwish: OracleOp<'hardSwish'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => {
    if (v.value === -Infinity) return a.exact(NaN);
    const part = a.clamp(a.add(a.multiply(a.constant(1 / 6), v), a.exact(0.5)), 0, 1);
    const y = a.divide(a.multiply(v, a.multiply(part, a.exact(6))), a.exact(6));
    return v.value > largest / 6 && v.value < Infinity ? { ...y, error: Infinity } : y;
  }),
];
