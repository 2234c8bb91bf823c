import type { Arithmetic, Running } from './running-error.js';

/**
 * `ln(1 + eˣ)` of an exact x, bounded as in the formula: the rounding of `1 + eˣ` is an absolute error
 * of one unit, however small the result.
 */
export function softened(a: Arithmetic, x: Running): Running {
  const value = Math.max(x.value, 0) + Math.log1p(Math.exp(-Math.abs(x.value)));
  if (!Number.isFinite(value)) return a.exact(value);
  const power = a.call('exp', a.exact(Math.min(x.value, 80)));
  // Far below 0 the sum is 1 and its logarithm 0: eˣ is lost, but no more than that.
  if (x.value < -18) return { value, error: value + power.error };
  const { error } = a.call('log', a.add(a.exact(1), power));
  // Beyond 80 the formula soon overflows; x itself is right to the last bit.
  return { value, error: x.value > 80 ? error + a.add(x, a.exact(0)).error : error };
}
