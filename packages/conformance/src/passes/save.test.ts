import { graphEquals, loadGraph, printGraph, saveGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { passGraph } from '../../testing/pass-graph.js';
import { allCases } from '../case/suite.js';

describe('saveGraph', () => {
  it('brings every case and every network of patterns back', () => {
    const cases = allCases().flatMap((one) => (one.kind === 'compute' ? [one.build().graph] : []));
    const networks = Array.from({ length: 100 }, (_, seed) => passGraph(seed).graph);
    const changed = [...cases, ...networks].filter((graph) => {
      const loaded = loadGraph(saveGraph(graph));
      return !graphEquals(loaded, graph) || printGraph(loaded) !== printGraph(graph);
    });
    expect(changed.map(({ name }) => name)).toEqual([]);
  });
});
