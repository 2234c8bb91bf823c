import type { RandomSource } from './random.js';

/** Draws the elements of a tensor before anything is trained. */
export type Initialiser = (random: RandomSource) => number;

/**
 * Keeps the variance of activations from layer to layer behind a rectifier: uniform over
 * ±√(6 / fan-in).
 *
 * Source: He, Zhang, Ren & Sun, "Delving deep into rectifiers" (2015), equation 10, for the variance.
 *
 * @param fanIn how many inputs each output sums up
 */
export function heUniform(fanIn: number): Initialiser {
  const bound = Math.sqrt(6 / fanIn);
  return (random) => random.uniform(bound);
}

/**
 * Keeps the variance forward and backward without a rectifier: uniform over ±√(6 / (fan-in + fan-out)).
 *
 * Source: Glorot & Bengio, "Understanding the difficulty of training deep feedforward neural
 * networks" (2010), equation 16.
 */
export function glorotUniform(fanIn: number, fanOut: number): Initialiser {
  const bound = Math.sqrt(6 / (fanIn + fanOut));
  return (random) => random.uniform(bound);
}

/**
 * Bell-shaped around 0, without tails: the sum of four uniform numbers, which ends at 3.5 deviations.
 * Unlike a normal number it takes no logarithm, so it is the same on every machine.
 */
export function truncatedNormal(deviation: number): Initialiser {
  const bound = (deviation * Math.sqrt(3)) / 2;
  return (random) =>
    random.uniform(bound) + random.uniform(bound) + random.uniform(bound) + random.uniform(bound);
}

/** Around `centre`, as trained biases and statistics are. */
export function around(centre: number, spread: number): Initialiser {
  return (random) => centre + random.uniform(spread);
}
