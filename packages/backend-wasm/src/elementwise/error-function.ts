import { type Expression, f32x4, i32x4, type Local, v128 } from '../encoder/index.js';
import { exponential } from './exponential.js';
import { polynomial } from './polynomial.js';
import { sharedFunction } from './shared-function.js';
import type { VectorSite } from './vector-function.js';

/** Chebyshev fit of `erf(x) / x` in x² up to x = ½, highest power first. */
const near = [
  -0.0007692030737146, 0.005200037595675, -0.02686299831838, 0.1128377189761, -0.3761263841046,
  1.128379167067,
] as const;

/** Chebyshev fit of `erfc(x) · e^(x²) / t` in `t = 1 / (1 + 0.4·x)` for 0 ≤ x ≤ 11. */
const far = [
  0.006143865595616, -0.02121101058904, -0.02453770519886, 0.232529907141, -0.4516758680622,
  0.3900340202557, -0.2286854570291, 0.1698342892198, 0.09191345137052, 0.1773779798911,
  0.20687033909, 0.2257322336878, 0.2256739546913,
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
