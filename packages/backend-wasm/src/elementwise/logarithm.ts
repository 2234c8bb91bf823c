import { type Expression, f32x4, i32x4, v128 } from '../encoder/index.js';
import { polynomial } from './polynomial.js';
import { sharedFunction } from './shared-function.js';
import type { VectorSite } from './vector-function.js';

const coefficients = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1,
  -1.6668057665e-1, 2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
] as const;

/** ln 2 as two singles; the first has few enough bits that its products with exponents are exact. */
const [ln2High, ln2Low] = [0.693359375, -2.1219444005469057e-4] as const;

/**
 * `ln x` of four lanes: `x = 2ᵉ · (1 + z)` with `√½ ≤ 1 + z < √2`, and a polynomial for `ln(1 + z)`.
 * −Infinity at 0, NaN below.
 *
 * Source: Cephes `logf`.
 */
export function logarithm(site: VectorSite, given: Expression<'v128'>): Expression<'v128'> {
  return sharedFunction(site, 'log', given, (inner, x) => {
    const { f } = inner;
    // Denormals are scaled into the normal range first.
    const isTiny = f.local('v128', f32x4.lt(x, f32x4.splat(2 ** -126)));
    const scaled = f32x4.mul(x, f32x4.splat(2 ** 23));
    const bits = f.local('v128', v128.bitselect(scaled, x, isTiny));
    // As many steps as the bits lie above those of √½ are exponents.
    const steps = f.local('v128', i32x4.sub(bits, i32x4.splat(0x3f3504f3)));
    const exponent = f.local('v128', i32x4.shrS(steps, 23));
    const one = f32x4.splat(1);
    const mantissa = i32x4.sub(bits, i32x4.shl(exponent, 23));
    const z = f.local('v128', f32x4.sub(mantissa, one));
    f.set(exponent, i32x4.sub(exponent, v128.and(isTiny, i32x4.splat(23))));
    f.set(exponent, f32x4.convertI32x4S(exponent));
    const square = f.local('v128', f32x4.mul(z, z));
    const series = polynomial(inner, z, coefficients);
    f.set(series, f32x4.mul(f32x4.mul(series, z), square));
    f.set(series, f32x4.add(series, f32x4.mul(exponent, f32x4.splat(ln2Low))));
    f.set(series, f32x4.sub(series, f32x4.mul(square, f32x4.splat(0.5))));
    f.set(series, f32x4.add(series, z));
    f.set(series, f32x4.add(series, f32x4.mul(exponent, f32x4.splat(ln2High))));
    // Infinity and NaN stay; below 0 is NaN; 0 is −Infinity.
    const isFinite = f32x4.lt(x, f32x4.splat(Infinity));
    f.set(series, v128.bitselect(series, x, isFinite));
    const zero = f32x4.splat(0);
    f.set(series, v128.bitselect(f32x4.splat(NaN), series, f32x4.lt(x, zero)));
    return v128.bitselect(f32x4.splat(-Infinity), series, f32x4.eq(x, zero));
  });
}

/** `ln(1 + x)` for `0 ≤ x ≤ 1`, the rounding of `1 + x` taken back (Kahan, after Higham §1.14.1). */
export function logarithmOfSum(site: VectorSite, given: Expression<'v128'>): Expression<'v128'> {
  return sharedFunction(site, 'log1p', given, (inner, x) => {
    const one = f32x4.splat(1);
    const sum = inner.f.local('v128', f32x4.add(x, one));
    const ratio = f32x4.div(x, f32x4.sub(sum, one));
    return v128.bitselect(x, f32x4.mul(logarithm(inner, sum), ratio), f32x4.eq(sum, one));
  });
}
