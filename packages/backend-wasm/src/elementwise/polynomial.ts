import { type Expression, f32x4, type Local } from '../encoder/index.js';
import type { VectorSite } from './vector-function.js';

/** `Σ coefficients[i] · x^(n − i)`, highest power first, by Horner's rule. */
export function polynomial(
  { f }: VectorSite,
  x: Local<'v128'>,
  [highest, ...others]: readonly [number, ...number[]],
): Local<'v128'> {
  const sum = f.local('v128', f32x4.splat(highest));
  for (const coefficient of others) {
    const next: Expression<'v128'> = f32x4.splat(coefficient);
    f.set(sum, f32x4.add(f32x4.mul(sum, x), next));
  }
  return sum;
}
