import type { OracleOp } from '../exact.js';
import { extreme, reduce } from '../reduce.js';
import { type Arithmetic, arithmetic, type Running } from '../running-error.js';

/** `ln Σ eˣ`; −∞ of nothing. */
export const reduceLogSumExp: OracleOp<'reduceLogSumExp'> = ({ operands: { x }, attributes, policy }) => {
  const a = arithmetic(policy);
  return [reduce(x, attributes, { floats: (terms) => logSumExp(a, terms) })];
};

/**
 * `m + ln Σ e^(x−m)` with the maximum m, which neither overflows nor loses more than the formula: the
 * logarithm of the plain sum may be off by units of the result, so that is allowed as well.
 */
function logSumExp(a: Arithmetic, terms: readonly Running[]): Running {
  const top = extreme(terms, 1);
  if (!Number.isFinite(top.value)) return top;
  const powers = terms.map((term) => a.call('exp', a.subtract(term, top)));
  const { value, error } = a.add(top, a.call('log', a.sum('reduction', powers)));
  const plain = a.call('log', a.exact(Math.exp(Math.min(value, 700)))).error;
  const steep = a.call('exp', a.exact(Math.min(top.value, 88)));
  return { value, error: error + plain + steep.error / Math.max(steep.value, 2 ** -126) };
}
