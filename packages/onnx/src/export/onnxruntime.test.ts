// An engine no one here wrote computes what an export says, case by case, within the oracle's bounds.
import { allCases, type ComputeCase } from '@separable/conformance';
import { expect, it } from 'vitest';
import { departures } from '../../testing/departures.js';
import type { Optimisation } from '../../testing/onnxruntime.js';
import { witness } from '../../testing/witness.js';

const cases = allCases().filter((one): one is ComputeCase => one.kind === 'compute');

async function apart(
  chosen: readonly ComputeCase[],
  optimisation: Optimisation,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const one of chosen) {
    const problem = await witness(one, optimisation);
    const expected = departures[one.id];
    if (problem !== undefined && expected === undefined) found.push(`${one.id}: ${problem}`);
    if (problem === undefined && expected !== undefined) found.push(`${one.id}: it passes now`);
  }
  return found;
}

/** One case in `count` and all that are expected to fail; `scripts/export-sweep.ts` takes all. */
function sample(count: number): readonly ComputeCase[] {
  return cases.filter((one, i) => i % count === 1 || departures[one.id] !== undefined);
}

it('agrees with ONNX Runtime', async () => {
  expect(await apart(sample(6), 'disabled')).toEqual([]);
}, 120_000);

it('agrees with ONNX Runtime when that rewrites the model', async () => {
  expect(await apart(sample(16), 'all')).toEqual([]);
}, 120_000);
