import { largest } from '../../tolerance/roundoff.js';
import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/**
 * `x · min(max(x / 6 + ½, 0), 1)`. Open at −∞, where formula and limit part, and where the form
 * `x · relu6(x + 3) / 6` overflows on the way.
 */
export const hardSwish: OracleOp<'hardSwish'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => {
    const part = a.clamp(a.add(a.multiply(a.constant(1 / 6), v), a.exact(0.5)), 0, 1);
    const y = a.multiply(v, part);
    const open = v.value === -Infinity || (v.value > largest / 6 && v.value < Infinity);
    return open ? { ...y, error: Infinity } : y;
  }),
];
