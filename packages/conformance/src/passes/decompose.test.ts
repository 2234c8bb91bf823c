import { decompose, definitionOf, printGraph, verifyGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { differences } from '../../testing/differences.js';
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
      expect([one.id, ...parted, parted.length > 0 ? printGraph(parts) : '']).toEqual([one.id, '']);
    }
  });
});
