import { bindGraph, verifyGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { buildChain, drawChain, stepKinds } from './chain.js';
import { seeded } from './random.js';

const chains = Array.from({ length: 150 }, (_, seed) => drawChain(seeded(seed + 1000), seed));

describe('random chains', () => {
  it('always give a graph that takes its inputs', () => {
    for (const chain of chains) {
      const { graph, inputs } = buildChain(chain);
      const shapes = Object.fromEntries(
        Object.entries(inputs).map(([name, { shape }]) => [name, shape]),
      );
      expect(bindGraph(verifyGraph(graph), shapes).nodes.length).toBeGreaterThan(0);
    }
  });

  it('use every kind of step', () => {
    const used = new Set(chains.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    expect([...used].sort()).toEqual([...stepKinds].sort());
  });
});
