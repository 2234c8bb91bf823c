import { type Expression, f32x4, i32x4, type Local, v128 } from '../encoder/index.js';
import { exponential } from './exponential.js';
import { polynomial } from './polynomial.js';
import { sharedFunction } from './shared-function.js';
import type { VectorSite } from './vector-function.js';

/** Chebyshev fit of `erf(x) / x` in x² up to x = ½, highest power first. */
const near = [
  -0.00076920306, 0.0052000377, -0.026862998, 0.11283772, -0.37612638, 1.1283792,
] as const;

/** Chebyshev fit of `erfc(x) · e^(x²) / t` in `t = 1 / (1 + 0.4·x)` for 0 ≤ x ≤ 11. */
const far = [
  0.0061438656, -0.021211011, -0.024537705, 0.23252991, -0.45167586, 0.39003402, -0.22868545,
  0.16983429, 0.091913454, 0.17737798, 0.20687033, 0.22573224, 0.22567396,
] as const;

/** Up to here the first fit holds. */
const middle = 0.5;

/** The error function of four lanes. */
export function errorFunction(site: VectorSite, given: Expression<'v128'>): Expression<'v128'> {
  return sharedFunction(site.module, 'erf', given, (inner, x) => {
    const size = inner.f.local('v128', f32x4.abs(x));
    const large = f32x4.sub(f32x4.splat(1), complementaryErrorFunction(inner, size));
    const signed = v128.or(large, v128.and(x, i32x4.splat(-(2 ** 31))));
    return v128.bitselect(nearZero(inner, x), signed, f32x4.le(size, f32x4.splat(middle)));
  });
}

/** `1 − erf x` of four lanes, without the cancellation for large x. */
export function complementaryErrorFunction(
  site: VectorSite,
  given: Expression<'v128'>,
): Expression<'v128'> {
  return sharedFunction(site.module, 'erfc', given, (inner, x) => {
    const { f, module } = inner;
    const size = f.local('v128', f32x4.abs(x));
    const one = f32x4.splat(1);
    const t = f.local('v128', f32x4.div(one, f32x4.add(one, f32x4.mul(size, f32x4.splat(0.4)))));
    const power = exponential(module, f32x4.neg(f32x4.mul(size, size)));
    const tail = f.local('v128', f32x4.mul(f32x4.mul(power, t), polynomial(inner, t, far)));
    const mirrored = f32x4.sub(f32x4.splat(2), tail);
    f.set(tail, v128.bitselect(mirrored, tail, f32x4.lt(x, f32x4.splat(0))));
    const small = f32x4.sub(one, nearZero(inner, x));
    return v128.bitselect(small, tail, f32x4.le(size, f32x4.splat(middle)));
  });
}

function nearZero(site: VectorSite, x: Local<'v128'>): Expression<'v128'> {
  const square = site.f.local('v128', f32x4.mul(x, x));
  return f32x4.mul(x, polynomial(site, square, near));
}
