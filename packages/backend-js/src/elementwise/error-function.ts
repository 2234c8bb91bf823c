import { exponential } from './exponential.js';

/** The error function with a relative error below 1e-9. */
export function errorFunction(x: number): number {
  if (Math.abs(x) > 0.5) return 1 - complementaryErrorFunction(x);
  // Chebyshev fit of erf(x)/x in x² over [0, 1/4], relative error 3e-11.
  const q = x * x;
  const even = 1.128379167067 + q * (-0.3761263841046 + q * 0.1128377189761);
  return (
    x * (even + q * q * q * (-0.02686299831838 + q * (0.005200037595675 - q * 0.0007692030737146)))
  );
}

/**
 * `1 − erf(x)` with a relative error below 1e-9 wherever float32 holds it.
 *
 * `e^(−x²) · t · P(t)` for x ≥ 0 with `t = 1 / (1 + 0.4·x)`; P is a Chebyshev fit over 0 ≤ x ≤ 11 with a
 * relative error of 7e-11.
 */
export function complementaryErrorFunction(x: number): number {
  const z = Math.abs(x);
  const t = 1 / (1 + 0.4 * z);
  let p = 0.006143865595616;
  p = p * t - 0.02121101058904;
  p = p * t - 0.02453770519886;
  p = p * t + 0.232529907141;
  p = p * t - 0.4516758680622;
  p = p * t + 0.3900340202557;
  p = p * t - 0.2286854570291;
  p = p * t + 0.1698342892198;
  p = p * t + 0.09191345137052;
  p = p * t + 0.1773779798911;
  p = p * t + 0.20687033909;
  p = p * t + 0.2257322336878;
  p = p * t + 0.2256739546913;
  const tail = exponential(-z * z) * t * p;
  return x < 0 ? 2 - tail : tail;
}
