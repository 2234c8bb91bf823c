import type { Policy } from '../../tolerance/policy.js';
import type { OracleOp } from '../exact.js';
import { pairwise } from '../pairwise.js';
import { distance } from '../propagate.js';
import type { Running } from '../running-error.js';

/**
 * `aᵇ` of IEEE 754, so 1 for `1^NaN` and `(±1)^±∞`, where ECMAScript says NaN. Integers wrap; over a
 * negative exponent they are `1 / a^|b|`, truncated, and 0 for a = 0.
 */
export const pow: OracleOp<'pow'> = ({ operands: { a, b }, policy }) => [
  pairwise(a, b, { floats: (p, q) => power(p, q, policy), integers: integerPower }),
];

function power(p: Running, q: Running, policy: Policy): Running {
  const value = raise(p.value, q.value);
  if (p.error === Infinity || q.error === Infinity) return { value, error: Infinity };
  let moved = 0;
  for (const base of [p.value - p.error, p.value + p.error]) {
    for (const exponent of [q.value - q.error, q.value + q.error]) {
      moved = Math.max(moved, distance(raise(base, exponent), value));
    }
  }
  const own = policy.elementary('pow', value, q.value * Math.log(Math.abs(p.value)));
  return { value, error: Number.isFinite(value) ? moved + own : moved };
}

function raise(base: number, exponent: number): number {
  const one = base === 1 || (base === -1 && Math.abs(exponent) === Infinity);
  return one ? 1 : base ** exponent;
}

function integerPower(base: bigint, exponent: bigint): bigint {
  if (exponent >= 0n) return raised(base, exponent);
  if (base === 1n) return 1n;
  if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
  return 0n;
}

/** Square and multiply modulo 2⁶⁴, of which the low 32 bits are right. */
function raised(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * square);
    square = BigInt.asIntN(64, square * square);
  }
  return result;
}
