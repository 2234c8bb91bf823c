import { type BackendProvider, BackendUnavailableError, printGraph } from '@separable/core';
import { asyncProperty, check } from 'fast-check';
import type { ComputeCase } from '../case/case.js';
import { buildChain, type Chain } from '../case/chain.js';
import { openEngine } from '../runner/open-engine.js';
import { runCase } from '../runner/run-case.js';
import type { DeviceClass } from '../tolerance/policy.js';
import { chainArbitrary } from './chain-arbitrary.js';

/** How many random graphs, and which. */
export interface RandomOptions {
  /** 100 unless given. */
  readonly runs?: number;
  /** The same seed gives the same graphs; 1 unless given. */
  readonly seed?: number;
  readonly deviceClass?: DeviceClass;
}

/** What random graphs found. */
export type RandomOutcome =
  | { readonly passed: true; readonly runs: number; readonly seed: number }
  | {
      readonly passed: false;
      readonly runs: number;
      readonly seed: number;
      /** The smallest failing chain found; `buildChain` gives its graph and inputs. */
      readonly chain: Chain;
      /** Its graph as text, to read and to paste into an issue. */
      readonly graph: string;
      readonly reason: string;
    };

/**
 * Runs random convolution chains until one fails, then shrinks it. A chain with an op that the
 * backend declares it lacks counts as passed.
 *
 * @throws BackendUnavailableError when the engine is not there
 * @example
 * ```ts
 * import { runRandom } from '@separable/conformance/random';
 * import { referenceProvider } from '@separable/conformance/self-test';
 * const outcome = await runRandom(referenceProvider(), { runs: 20, seed: 7 });
 * console.log(outcome.passed); // true
 * ```
 */
export async function runRandom(
  provider: BackendProvider,
  { runs = 100, seed = 1, deviceClass }: RandomOptions = {},
): Promise<RandomOutcome> {
  const { backend, policy, reason } = await openEngine(provider, deviceClass);
  if (backend === undefined) throw new BackendUnavailableError(reason);
  const failureOf = async (chain: Chain): Promise<string | undefined> => {
    const result = await runCase(caseOf(chain), { provider, backend, policy });
    return result.verdict === 'failed' || result.verdict === 'fallback' ? result.reason : undefined;
  };
  try {
    const property = asyncProperty(
      chainArbitrary(),
      async (chain) => (await failureOf(chain)) === undefined,
    );
    const details = await check(property, { seed, numRuns: runs });
    const chain = details.counterexample?.[0];
    if (chain === undefined) return { passed: true, runs: details.numRuns, seed };
    return {
      passed: false,
      runs: details.numRuns,
      seed,
      chain,
      graph: printGraph(buildChain(chain).graph),
      reason: (await failureOf(chain)) ?? 'failed once and passed when tried again',
    };
  } finally {
    await backend[Symbol.asyncDispose]();
  }
}

function caseOf(chain: Chain): ComputeCase {
  return {
    kind: 'compute',
    id: `random/${JSON.stringify(chain)}`,
    group: 'random',
    tags: ['random'],
    seed: chain.seed,
    build: () => buildChain(chain),
  };
}
