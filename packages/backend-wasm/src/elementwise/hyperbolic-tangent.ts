import { type Expression, f32x4, i32x4, v128 } from '../encoder/index.js';
import { exponential } from './exponential.js';
import { polynomial } from './polynomial.js';
import { sharedFunction } from './shared-function.js';
import type { VectorSite } from './vector-function.js';

/**
 * `tanh x` of four lanes: a polynomial up to 0.625, `1 − 2 / (e^(2|x|) + 1)` with the sign of x beyond.
 *
 * Source: Cephes `tanhf`.
 */
export function hyperbolicTangent(site: VectorSite, given: Expression<'v128'>): Expression<'v128'> {
  return sharedFunction(site.module, 'tanh', given, (inner, x) => {
    const { f, module } = inner;
    const size = f.local('v128', f32x4.abs(x));
    const square = f.local('v128', f32x4.mul(x, x));
    const series = polynomial(
      inner,
      square,
      [-0.0057049887, 0.020639088, -0.053739715, 0.13331442, -0.3333328],
    );
    const near = f32x4.add(f32x4.mul(f32x4.mul(series, square), x), x);
    const power = exponential(module, f32x4.add(size, size));
    const one = f32x4.splat(1);
    const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(power, one)));
    const signed = v128.or(far, v128.and(x, i32x4.splat(-(2 ** 31))));
    return v128.bitselect(near, signed, f32x4.lt(size, f32x4.splat(0.625)));
  });
}
