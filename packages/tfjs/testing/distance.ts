import type { Tensor } from '@separable/core';

/** `‖got − wanted‖ / ‖wanted‖`. */
export function relativeDistance(got: Tensor, wanted: Tensor): number {
  let [difference, norm] = [0, 0];
  for (const [i, value] of wanted.data.entries()) {
    difference += (got.data[i]! - value) ** 2;
    norm += value ** 2;
  }
  return norm === 0 ? Math.sqrt(difference) : Math.sqrt(difference / norm);
}
