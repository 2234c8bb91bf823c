import type { Case, Tag } from '../case/case.js';
import { buildChain, type Chain, drawChain } from '../case/chain.js';
import { keptChains } from '../case/kept-chains.js';
import { seeded } from '../case/random.js';

/** Random convolution chains, and those that failed once; `runRandom` makes and shrinks more of them. */
export const random: readonly Case[] = [
  ...Array.from({ length: 120 }, (_, seed) =>
    chainCase(`chain ${seed}`, drawChain(seeded(seed), seed), ['random']),
  ),
  ...keptChains.map((chain, at) => chainCase(`kept ${at}`, chain)),
];

function chainCase(name: string, chain: Chain, tags: readonly Tag[] = []): Case {
  return {
    kind: 'compute',
    id: `random/${name}`,
    group: 'random',
    tags: ['required', ...tags, ...(chain.symbolic ? (['symbolic'] as const) : [])],
    seed: chain.seed,
    build: () => buildChain(chain),
  };
}
