import type { Weights } from '../weights/weights.js';

/**
 * The name a layer's weight has in the file: `layer/part`. Inside a model it may have the model's name
 * before it, and some versions of Keras put further scopes around.
 *
 * @param path names of the models around the layer, outermost first, and its own
 */
export function weightName(
  weights: Weights,
  path: readonly string[],
  part: string,
): string | undefined {
  for (let from = 0; from < path.length; from++) {
    const name = [...path.slice(from), part].join('/');
    if (weights.has(name)) return name;
  }
  return weights.endingIn(`${path.at(-1)!}/${part}`);
}
