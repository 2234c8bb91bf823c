import { GraphError, sizeOf, type Tensor, tensor } from '@separable/core';
import type { Initialiser } from './initialisers.js';
import { randomSource } from './random.js';

/** Weights by the names a builder gives them: the constants of another graph of the same network. */
export type LoadedWeights = ReadonlyMap<string, Tensor>;

/** Makes the constants of a network, one call each in the order of its layers. */
export type WeightSource = (
  name: string,
  shape: readonly number[],
  initialise: Initialiser,
) => Tensor;

/** The source that the options of a network ask for. */
export function weightSource(
  seed: number,
  weights: LoadedWeights | 'zeros' | undefined,
): WeightSource {
  if (weights === 'zeros') return (_, shape) => tensor('float32', shape);
  return weights === undefined ? seeded(seed) : loaded(weights);
}

function seeded(seed: number): WeightSource {
  const random = randomSource(seed);
  return (_, shape, initialise) => {
    const data = new Float32Array(sizeOf(shape));
    for (let i = 0; i < data.length; i++) data[i] = initialise(random);
    return tensor('float32', shape, data);
  };
}

function loaded(weights: LoadedWeights): WeightSource {
  return (name, shape) => {
    const found = weights.get(name);
    const wanted = `float32 [${shape.join(', ')}]`;
    if (found === undefined) {
      throw new GraphError(`weights have no '${name}', which the network needs as ${wanted}`, {
        hint: 'hand in the constants of a graph that the same builder made with the same options',
      });
    }
    if (found.dtype !== 'float32' || found.shape.join() !== shape.join()) {
      const got = `${found.dtype} [${found.shape.join(', ')}]`;
      throw new GraphError(`weight '${name}' must be ${wanted}, got ${got}`);
    }
    return found;
  };
}
