import type { Policy } from '../../tolerance/policy.js';
import type { OracleOp } from '../exact.js';
import { pairwise } from '../pairwise.js';
import { distance } from '../propagate.js';
import type { Running } from '../running-error.js';

type Sign = 'divisor' | 'dividend';

/**
 * What division leaves over: `a − b · ⌊a / b⌋` with the sign of the divisor, or with `trunc` and the
 * sign of the dividend (C's fmod). Integers modulo 0 give 0.
 */
export const mod: OracleOp<'mod'> = ({ operands: { a, b }, attributes: { sign }, policy }) => [
  pairwise(a, b, {
    floats: (p, q) => rest(p, q, sign, policy),
    integers: (p, q) => {
      if (q === 0n) return 0n;
      const left = p % q;
      return sign === 'divisor' && left !== 0n && left < 0n !== q < 0n ? left + q : left;
    },
  }),
];

function rest(p: Running, q: Running, sign: Sign, policy: Policy): Running {
  const value = remainder(p.value, q.value, sign);
  if (!Number.isFinite(value))
    return { value, error: Math.max(p.error, q.error) === Infinity ? Infinity : 0 };
  const fits = Math.floor(Math.abs(p.value / q.value));
  // fmod is exact; a GPU goes by the formula, each step of which rounds.
  const formula = policy.device === 'cpu' ? 0 : policy.round(Math.abs(p.value), 3);
  const error = p.error + q.error * (fits + 1) + formula;
  const jumps = (v: number): boolean => distance(remainder(v, q.value, sign), value) > 2 * error;
  const open = error > 0 && (jumps(p.value - error) || jumps(p.value + error));
  return { value, error: open ? Infinity : error + policy.round(value) };
}

function remainder(p: number, q: number, sign: Sign): number {
  const left = p % q;
  if (sign === 'dividend' || left === 0 || Number.isNaN(left)) return left;
  return left < 0 === q < 0 ? left : left + q;
}
