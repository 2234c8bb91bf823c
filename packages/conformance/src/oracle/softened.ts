import type { Arithmetic, Running } from './running-error.js';

/**
 * `ln(1 + eˣ)`, bounded as in the formula: the rounding of `1 + eˣ` is an absolute error of one
 * unit, however small the result.
 */
export function softened(a: Arithmetic, x: Running): Running {
  const value = Math.max(x.value, 0) + Math.log1p(Math.exp(-Math.abs(x.value)));
  if (!Number.isFinite(value)) return a.exact(value);
  // Beyond 80 the formula would overflow, and an engine that returns x is right to the last bit.
  const within = a.exact(Math.min(x.value, 80));
  const { error } = a.call('log', a.add(a.exact(1), a.call('exp', within)));
  return { value, error: error + (x.value > 80 ? a.add(x, a.exact(0)).error : x.error) };
}
