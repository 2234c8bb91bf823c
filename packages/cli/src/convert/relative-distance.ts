import type { Tensor } from '@separable/core';

/**
 * `‖got − wanted‖₂ / ‖wanted‖₂`, and the plain norm of the difference where all that is wanted is 0.
 * Numbers that are not finite have to be the same; otherwise the distance is infinite, as it is between
 * tensors of different types.
 */
export function relativeDistance(got: Tensor | undefined, wanted: Tensor): number {
  if (got?.dtype !== wanted.dtype || got.shape.join() !== wanted.shape.join()) return Infinity;
  let [apart, norm] = [0, 0];
  for (let i = 0; i < wanted.data.length; i++) {
    const [a, b] = [got.data[i]!, wanted.data[i]!];
    if (Object.is(a, b)) {
      if (Number.isFinite(b)) norm += b * b;
      continue;
    }
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Infinity;
    apart += (a - b) ** 2;
    norm += b * b;
  }
  return norm === 0 ? Math.sqrt(apart) : Math.sqrt(apart / norm);
}
