import {
  array,
  type Arbitrary,
  boolean,
  constantFrom,
  integer,
  nat,
  record,
  tuple,
} from 'fast-check';
import { type Chain, chainActivations, type Step, stepKinds } from '../case/chain.js';

/** Random steps; they shrink to a plain 1×1 convolution of stride 1. */
function stepArbitrary(): Arbitrary<Step> {
  const extent = integer({ min: 1, max: 5 });
  return record({
    kind: constantFrom(...stepKinds),
    kernel: tuple(extent, extent),
    stride: constantFrom(1 as const, 2 as const),
    dilation: constantFrom(1 as const, 2 as const),
    padding: constantFrom('valid' as const, 'same' as const, 'sameLower' as const),
    groups: integer({ min: 1, max: 3 }),
    channels: integer({ min: 1, max: 4 }),
    bias: boolean(),
    activation: constantFrom(null, ...chainActivations),
  });
}

/**
 * Random convolution chains for fast-check: convolutions of all kinds, pools, activations, additions,
 * concatenations and gates. They shrink step by step to the shortest chain on the smallest map.
 *
 * @example
 * ```ts
 * import { printGraph } from '@separable/core';
 * import { buildChain } from '@separable/conformance';
 * import { chainArbitrary } from '@separable/conformance/random';
 * import { sample } from 'fast-check';
 * const [chain] = sample(chainArbitrary(), { seed: 1, numRuns: 1 });
 * if (chain !== undefined) console.log(printGraph(buildChain(chain).graph));
 * ```
 */
export function chainArbitrary(): Arbitrary<Chain> {
  return record({
    batch: integer({ min: 1, max: 2 }),
    height: integer({ min: 1, max: 12 }),
    width: integer({ min: 1, max: 12 }),
    channels: integer({ min: 1, max: 6 }),
    symbolic: boolean(),
    steps: array(stepArbitrary(), { minLength: 1, maxLength: 6 }),
    seed: nat({ max: 0xffff }),
  });
}
