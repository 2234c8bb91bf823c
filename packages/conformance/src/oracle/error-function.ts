/**
 * `erf x = 2/√π ∫₀ˣ e^(−t²) dt`, to about 1e-15.
 *
 * Abramowitz and Stegun 7.1.6, `2/√π e^(−x²) Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1))`, whose terms are all of
 * one sign; from 2.5 on by way of {@link erfc}.
 */
export function erf(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (Math.abs(x) >= 2.5) return x > 0 ? 1 - tail(x) : tail(-x) - 1;
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-18; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** `1 − erf x`, without the cancellation for large x. */
export function erfc(x: number): number {
  return x >= 2.5 ? tail(x) : 1 - erf(x);
}

/** Abramowitz and Stegun 7.1.14: `√π e^(x²) erfc x = 1/(x + ½/(x + 1/(x + 3⁄2/(x + …))))`, x > 2. */
function tail(x: number): number {
  if (x === Infinity) return 0;
  let fraction = x;
  for (let n = 100; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
