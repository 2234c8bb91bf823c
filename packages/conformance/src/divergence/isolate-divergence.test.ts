import { graphEquals, loadGraph, saveGraph } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { planGraph } from '../case/graph-case.js';
import { seeded } from '../case/random.js';
import { draw, normal } from '../case/source.js';
import { directConvolution } from '../self-test/direct-convolution.js';
import { oracleKernel } from '../self-test/kernel.js';
import { referenceProvider } from '../self-test/reference-backend.js';
import { firstDivergence } from './first-divergence.js';
import { isolateDivergence } from './isolate-divergence.js';

const graph = planGraph('two', seeded(1), ({ g, weights }) => {
  const x = g.input('x', 'float32', ['batch', 8, 8, 4]);
  const y = g.conv2d(
    { x, filter: weights('a', normal([3, 3, 4, 4])) },
    { padding: 'same' },
    'first',
  );
  const filter = weights('b', normal([3, 3, 4, 4]));
  g.output('y', g.conv2d({ x: y, filter }, { padding: 'same', dilations: 2 }, 'second'));
});
const inputs = { x: draw(normal([2, 8, 8, 4]), seeded(2)) };
const right = referenceProvider();

describe('an isolated divergence', () => {
  it('is the node at fault alone, on the least tensors that show it, and saves', async () => {
    const kernel = directConvolution(oracleKernel, () => ({ dilations: [1, 1] }));
    const wrong = referenceProvider({ name: 'wrong', kernel });
    const found = await firstDivergence(graph, inputs, right, wrong);
    const isolated = await isolateDivergence(graph, inputs, found!, right, wrong);
    expect(isolated?.graph.nodes.map(({ name }) => name)).toEqual(['second']);
    const [x, filter] = [isolated!.inputs['first']!, isolated!.graph.constants.get('b')!];
    expect(x.shape[0]).toBe(1);
    // One channel in, one out; two pixels and two taps are the least on which dilation can be seen.
    expect(x.shape[3]).toBe(1);
    expect(filter.shape.slice(2)).toEqual([1, 1]);
    expect(x.data.length).toBeLessThanOrEqual(4);
    const again = await firstDivergence(isolated!.graph, isolated!.inputs, right, wrong);
    expect(again).toEqual(isolated!.divergence);
    expect(graphEquals(loadGraph(saveGraph(isolated!.graph)), isolated!.graph)).toBe(true);
  });

  it('is none when the node does not part alone', async () => {
    const kernel = directConvolution(oracleKernel, () => ({ dilations: [1, 1] }));
    const wrong = referenceProvider({ name: 'wrong', kernel });
    const found = await firstDivergence(graph, inputs, right, wrong);
    expect(await isolateDivergence(graph, inputs, found!, right, right)).toBeUndefined();
  });
});
