/** Unit roundoff of float32: a correctly rounded operation is within `u·|result|` of the exact one. */
export const unitRoundoff: number = 2 ** -24;

/** The largest finite float32. */
export const largest: number = (2 - 2 ** -23) * 2 ** 127;

/** Magnitudes from here on round to infinity: the largest finite float32 and half a step beyond. */
export const overflowThreshold: number = (2 - 2 ** -24) * 2 ** 127;

/** The smallest positive float32 with a full significand. */
export const leastNormal: number = 2 ** -126;

/** The smallest positive float32. */
export const leastDenormal: number = 2 ** -149;

/**
 * `γ_k = k·u / (1 − k·u)`: k roundings in a row change a result by a factor within `1 ± γ_k`.
 *
 * Source: Higham, "Accuracy and Stability of Numerical Algorithms" (2002), lemma 3.1.
 */
export function gamma(k: number, u: number = unitRoundoff): number {
  const product = k * u;
  return product < 1 ? product / (1 - product) : Infinity;
}
