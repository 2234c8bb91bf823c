import type { RandomOutcome } from '@separable/conformance/random';
import type { BackendProvider } from '@separable/core';
import { expect, it } from 'vitest';
import type { RunContext } from '../run-context.js';

const hours = 3_600_000;

/**
 * Registers a test that draws random graphs, in whole runs only.
 *
 * @returns what has come out so far
 */
export function randomGraphs(
  provider: BackendProvider,
  runs: number,
  { extent, seed }: RunContext,
): () => RandomOutcome | undefined {
  let outcome: RandomOutcome | undefined;
  const found = (): RandomOutcome | undefined => outcome;
  if (extent !== 'whole') return found;
  it(`${runs} random graphs of seed ${seed}`, { timeout: 4 * hours }, async () => {
    const { runRandom } = await import('@separable/conformance/random');
    outcome = await runRandom(provider, { runs, seed });
    expect(outcome).toEqual({ passed: true, runs, seed });
  });
  return found;
}
