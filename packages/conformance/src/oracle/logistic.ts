import type { Arithmetic, Running } from './running-error.js';

/**
 * `1 / (1 + e⁻ˣ)`. The form `eˣ / (1 + eˣ)` for negative x stays within the same bound; where e⁻ˣ
 * overflows float32, the result is below the least normal number.
 */
export function logistic(a: Arithmetic, x: Running): Running {
  return a.divide(a.exact(1), a.add(a.exact(1), a.call('exp', a.negate(x))));
}
