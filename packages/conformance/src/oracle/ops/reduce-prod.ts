import { gamma, largest, leastNormal } from '../../tolerance/roundoff.js';
import type { Policy } from '../../tolerance/policy.js';
import type { OracleOp } from '../exact.js';
import { reduce } from '../reduce.js';
import type { Running } from '../running-error.js';

/** Π x; 1 of nothing. Integers wrap. */
export const reduceProd: OracleOp<'reduceProd'> = ({ operands: { x }, attributes, policy }) => [
  reduce(x, attributes, {
    floats: (terms) => product(terms, policy),
    integers: (terms) => terms.reduce((a, b) => BigInt.asIntN(64, a * b), 1n),
  }),
];

/**
 * The bound is for every order of the factors, so the product of all large ones must not overflow,
 * and what the small ones lose to underflow may be blown up by the large ones.
 */
function product(terms: readonly Running[], policy: Policy): Running {
  let value = 1;
  let atMost = 1;
  let large = 1;
  let small = 1;
  for (const term of terms) {
    const size = Math.abs(term.value);
    value *= term.value;
    atMost *= size + term.error;
    if (size > 1) large *= size;
    else if (size > 0) small *= size;
  }
  const moved = terms.some((term) => term.error > 0) ? atMost - Math.abs(value) : 0;
  if (!Number.isFinite(value)) return { value, error: moved === Infinity ? Infinity : 0 };
  if (large > largest) return { value, error: Infinity };
  const lost = small < leastNormal && value !== 0 ? terms.length * leastNormal * large : 0;
  return {
    value,
    error: moved + gamma(terms.length, policy.unit) * Math.abs(value) + lost + policy.round(0),
  };
}
