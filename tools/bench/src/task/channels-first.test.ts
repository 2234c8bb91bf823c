import { js } from '@separable/backend-js';
import { createSession, graphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { channelsFirst, channelsLast, withChannelsFirstRim } from './channels-first.js';

const shape = [1, 1, 3, 2];
const channelsInside = [1, 10, 2, 20, 3, 30];
const channelsAhead = [1, 2, 3, 10, 20, 30];

it('moves channels ahead and back', () => {
  const moved = channelsFirst(Float32Array.from(channelsInside), shape);
  expect([...moved]).toEqual(channelsAhead);
  expect([...channelsLast(moved, shape)]).toEqual(channelsInside);
});

it('turns the rim of a graph, not what it computes', async () => {
  const g = graphBuilder('negative');
  g.output('y', g.neg({ x: g.input('x', 'float32', shape) }));
  const graph = withChannelsFirstRim(g.build());
  expect(graph.inputs).toEqual(['x.channelsFirst']);
  await using session = await createSession(graph, { backends: [js()], verify: true });
  const x = tensor('float32', [1, 2, 1, 3], channelsAhead);
  const { y } = await session.run({ 'x.channelsFirst': x });
  expect(y!.shape).toEqual([1, 2, 1, 3]);
  expect([...y!.data]).toEqual(channelsAhead.map((value) => -value));
});
