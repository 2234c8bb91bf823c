import { decompose, definitionOf, verifyGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { differences } from '../../testing/differences.js';
import { passGraph } from '../../testing/pass-graph.js';
import { allCases } from '../case/suite.js';
import { evaluateGraph } from '../oracle/evaluate.js';

const cases = allCases().filter((one) => one.kind === 'compute' && one.rejects === undefined);

describe('decompose', () => {
  it('keeps what every case of a derived op computes', () => {
    for (const one of cases) {
      if (one.kind !== 'compute') continue;
      const { graph, inputs } = one.build();
      if (graph.nodes.every(({ op }) => definitionOf(op).decompose === undefined)) continue;
      const parts = verifyGraph(decompose(graph, () => true).graph);
      const whole = evaluateGraph(graph, inputs).outputs;
      const parted = differences(whole, evaluateGraph(parts, inputs).outputs);
      expect([one.id, ...parted]).toEqual([one.id]);
    }
  });

  it('keeps what networks compute', () => {
    for (let seed = 0; seed < 150; seed++) {
      const { graph, inputs } = passGraph(seed);
      const parts = verifyGraph(decompose(graph, () => true).graph);
      const whole = evaluateGraph(graph, inputs).outputs;
      const parted = differences(whole, evaluateGraph(parts, inputs).outputs);
      expect([seed, ...parted]).toEqual([seed]);
    }
  });
});
