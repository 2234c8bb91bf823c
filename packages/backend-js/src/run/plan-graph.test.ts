import { type Graph, graphBuilder, peakActivations, typeOf } from '@separable/core';
import { expect, it } from 'vitest';
import { randomTensor } from '../testing/numbers.js';
import { planGraph } from './plan-graph.js';
import { prepareGraph } from './prepare-graph.js';

async function plan(graph: Graph) {
  const prepared = await prepareGraph(graph);
  const planned = planGraph(prepared, prepared.types);
  const place = (value: string) => planned.places.get(value);
  return { ...planned, place };
}

it('elementwise results overwrite an operand that nobody reads again', async () => {
  const g = graphBuilder('chain');
  const x = g.input('x', 'float32', [64]);
  const a = g.relu({ x });
  const b = g.relu({ x: a });
  g.output('y', g.add({ a, b }));
  const { place, bytes } = await plan(g.build());
  expect(place('relu')).toEqual(place('x'));
  expect(place('relu_2')).not.toEqual(place('relu'));
  expect(bytes).toBe(2 * 64 * 4);
});

it('an output keeps its memory to the end', async () => {
  const g = graphBuilder('kept');
  const x = g.input('x', 'float32', [64]);
  const a = g.relu({ x });
  g.output('a', a);
  g.output('y', g.relu({ x: a }));
  const { place } = await plan(g.build());
  expect(place('relu_2')).not.toEqual(place('relu'));
});

it('views lie where their operand lies, and keep it alive', async () => {
  const g = graphBuilder('views');
  const x = g.input('x', 'float32', [4, 16]);
  const flat = g.reshape({ x }, { shape: [64] });
  const active = g.relu({ x });
  g.output('y', g.add({ a: flat, b: g.reshape({ x: active }, { shape: [64] }) }));
  const { place, nodes } = await plan(g.build());
  expect(place('reshape')).toEqual(place('x'));
  expect(place('relu')).not.toEqual(place('x'));
  expect(nodes.find(({ node }) => node.name === 'reshape')?.plan).toBeUndefined();
});

it('a convolution never overwrites what it reads', async () => {
  const g = graphBuilder('conv');
  const x = g.input('x', 'float32', [1, 8, 8, 4]);
  const filter = g.constant('filter', randomTensor([3, 3, 4, 4], 1));
  g.output('y', g.conv2d({ x, filter }, { padding: 'same' }));
  const graph = g.build();
  const { place, bytes } = await plan(graph);
  const [x0, y0] = [place('x'), place('conv2d')] as { offset: number }[];
  const size = (typeOf(graph, 'x').shape as number[]).reduce((a, b) => a * b) * 4;
  expect(Math.abs(x0!.offset - y0!.offset)).toBeGreaterThanOrEqual(size);
  expect(bytes).toBeGreaterThanOrEqual(peakActivations(graph).bytes);
});
