import { type Expression, f32x4, i32x4, type ModuleBuilder } from '../encoder/index.js';
import { polynomial } from './polynomial.js';
import { sharedFunction } from './shared-function.js';

/** Taylor coefficients of `e^r`, highest power first; below 2⁻²⁷ of the result for |r| ≤ ln 2 / 2. */
const coefficients = [1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1] as const;

/** ln 2 as two singles; the first has few enough bits that its products with whole numbers are exact. */
const [ln2High, ln2Low] = [0.693359375, -2.1219444005469057e-4] as const;

/**
 * `e^x` of four lanes, within two units in the last place: `x = k · ln 2 + r`, a polynomial for `e^r`,
 * and 2ᵏ in two factors, so that results below the normal range and above the largest come out right.
 * NaN stays NaN.
 *
 * Source: Cody & Waite, "Software manual for the elementary functions" (1980); the split of ln 2 as
 * in Cephes `expf`.
 */
export function exponential(module: ModuleBuilder, given: Expression<'v128'>): Expression<'v128'> {
  return sharedFunction(module, 'exp', given, (site, all) => {
    const { f } = site;
    const splat = (value: number): Expression<'v128'> => f32x4.splat(value);
    // pmin and pmax keep a NaN of their first operand.
    const x = f.local('v128', f32x4.pmin(f32x4.pmax(all, splat(-104)), splat(89)));
    const k = f.local('v128', f32x4.nearest(f32x4.mul(x, splat(Math.LOG2E))));
    const r = f.local('v128', f32x4.sub(x, f32x4.mul(k, splat(ln2High))));
    f.set(r, f32x4.sub(r, f32x4.mul(k, splat(ln2Low))));
    const power = polynomial(site, r, coefficients);
    const exponent = f.local('v128', i32x4.truncSatF32x4S(k));
    const half = f.local('v128', i32x4.shrS(exponent, 1));
    const scale = (e: Expression<'v128'>): Expression<'v128'> =>
      i32x4.shl(i32x4.add(e, i32x4.splat(127)), 23);
    return f32x4.mul(f32x4.mul(power, scale(half)), scale(i32x4.sub(exponent, half)));
  });
}
