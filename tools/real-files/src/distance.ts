import type { Tensor, TensorMap } from '@separable/core';

/** `‖got − wanted‖ / ‖wanted‖`, the greatest of all outputs. */
export function relativeDistance(got: TensorMap, wanted: TensorMap): number {
  return Math.max(...Object.keys(wanted).map((name) => distance(got[name], wanted[name]!)));
}

function distance(got: Tensor | undefined, wanted: Tensor): number {
  if (got?.shape.join() !== wanted.shape.join()) return Infinity;
  let difference = 0;
  let norm = 0;
  for (const [i, value] of wanted.data.entries()) {
    difference += (got.data[i]! - value) ** 2;
    norm += value ** 2;
  }
  return Math.sqrt(difference / norm);
}
