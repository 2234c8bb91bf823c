import { sizeOf, type Tensor, tensor } from '@separable/core';
import type { RandomSource } from './random.js';

/**
 * Weights that keep the variance of activations from layer to layer: uniform over ±√(6 / fan-in).
 *
 * Source: He, Zhang, Ren & Sun, "Delving deep into rectifiers" (2015), equation 10, for the variance.
 *
 * @param fanIn how many inputs each output sums up
 */
export function heUniform(random: RandomSource, shape: readonly number[], fanIn: number): Tensor {
  const bound = Math.sqrt(6 / fanIn);
  return filled(shape, () => random.uniform(bound));
}

/** A tensor around `centre`, as trained biases and statistics are. */
export function around(
  random: RandomSource,
  shape: readonly number[],
  centre: number,
  spread: number,
): Tensor {
  return filled(shape, () => centre + random.uniform(spread));
}

function filled(shape: readonly number[], next: () => number): Tensor {
  const data = new Float32Array(sizeOf(shape));
  for (let i = 0; i < data.length; i++) data[i] = next();
  return tensor('float32', shape, data);
}
