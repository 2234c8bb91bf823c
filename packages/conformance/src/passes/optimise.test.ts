import { type Graph, optimise, type Pass, printGraph, type TensorMap } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { differences } from '../../testing/differences.js';
import { passGraph } from '../../testing/pass-graph.js';
import { allCases } from '../case/suite.js';
import { evaluateGraph, type Evaluation } from '../oracle/evaluate.js';
import { referenceProvider } from '../self-test/reference-backend.js';

/** What parts after optimising, with the first pass that made it part. */
async function changes(graph: Graph, inputs: TensorMap): Promise<readonly string[]> {
  await using backend = await referenceProvider().create();
  let exact: Evaluation['outputs'] | undefined;
  const found: string[] = [];
  const onPass = ({ name }: Pass, before: Graph, after: Graph): void => {
    if (found.length > 0 || after === before) return;
    exact ??= evaluateGraph(graph, inputs).outputs;
    const parted = differences(exact, evaluateGraph(after, inputs).outputs);
    if (parted.length > 0) found.push(name, ...parted, printGraph(graph), printGraph(after));
  };
  await optimise(graph, { backend, verify: true, onPass });
  return found;
}

const cases = allCases().filter((one) => one.kind === 'compute' && one.rejects === undefined);

describe('optimise', () => {
  it('keeps what every case computes, pass by pass', async () => {
    for (const one of cases) {
      if (one.kind !== 'compute') continue;
      const { graph, inputs } = one.build();
      expect([one.id, ...(await changes(graph, inputs))]).toEqual([one.id]);
    }
    // Thousands of graphs, on a machine that runs the other checks beside.
  }, 240_000);

  it('keeps what networks of its patterns compute, pass by pass', async () => {
    for (let seed = 0; seed < 400; seed++) {
      const { graph, inputs } = passGraph(seed);
      expect([seed, ...(await changes(graph, inputs))]).toEqual([seed]);
    }
  });
});
