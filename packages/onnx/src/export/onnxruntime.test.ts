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

it('agrees with ONNX Runtime on every case', async () => {
  expect(await apart(cases, 'disabled')).toEqual([]);
}, 120_000);

it('agrees with ONNX Runtime when that rewrites the model', async () => {
  const sample = cases.filter((_, i) => i % 5 === 2);
  expect(await apart(sample, 'all')).toEqual([]);
}, 120_000);
