import { leastNormal } from '../tolerance/roundoff.js';
import { extreme } from './reduce.js';
import type { Arithmetic, Running } from './running-error.js';

/**
 * `ln Σ eˣ` as `m + ln Σ e^(x−m)` with the maximum m; −∞ of nothing and of −∞ alone, ∞ beside ∞.
 *
 * The logarithm of the plain sum, for arguments that do not overflow it, may be off by units of the
 * result where the shifted one is off by units of the logarithm alone; both are within the bound.
 */
export function logSumExp(a: Arithmetic, terms: readonly Running[]): Running {
  const top = extreme(terms, 1);
  if (!Number.isFinite(top.value) || top.error === Infinity) return top;
  const powers = terms.map((term) => a.call('exp', a.subtract(term, top)));
  const { value, error } = a.add(top, a.call('log', a.sum('reduction', powers)));
  if (Math.abs(value) > 80) return { value, error };
  const plain = a.call('log', a.call('exp', a.exact(value)));
  return { value, error: error + plain.error + leastNormal };
}
