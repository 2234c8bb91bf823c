import type { Case } from '../case/case.js';
import { buildChain, drawChain } from '../case/chain.js';
import { seeded } from '../case/random.js';

/** Random convolution chains; `runRandom` makes and shrinks more of them. */
export const random: readonly Case[] = Array.from({ length: 120 }, (_, seed): Case => {
  const chain = drawChain(seeded(seed), seed);
  return {
    kind: 'compute',
    id: `random/chain ${seed}`,
    group: 'random',
    tags: ['required', 'random', ...(chain.symbolic ? (['symbolic'] as const) : [])],
    seed,
    build: () => buildChain(chain),
  };
});
