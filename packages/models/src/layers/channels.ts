import { GraphError } from '@separable/core';
import { makeDivisible } from './make-divisible.js';

/**
 * Channels of a layer at the factor `alpha`, a multiple of 8.
 *
 * @throws GraphError when alpha is not above 0
 */
export function divisibleChannels(alpha: number): (count: number) => number {
  if (!(alpha > 0)) throw new GraphError(`alpha must be above 0, got ${alpha}`);
  return (count) => makeDivisible(count * alpha);
}

/** Channels of a layer at the factor `alpha`, rounded down; throws GraphError where none is left. */
export function flooredChannels(alpha: number): (count: number) => number {
  return (count) => {
    const scaled = Math.floor(count * alpha);
    if (!(scaled >= 1)) throw new GraphError(`alpha ${alpha} leaves no channel of ${count}`);
    return scaled;
  };
}
