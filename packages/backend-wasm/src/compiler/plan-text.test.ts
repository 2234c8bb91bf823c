import { graphBuilder, tensor, UnsupportedOpError } from '@separable/core';
import { expect, it } from 'vitest';
import { planText } from './plan-text.js';

function block() {
  const g = graphBuilder('block');
  const x = g.input('x', 'float32', ['batch', 28, 28, 16]);
  const constant = (name: string, shape: readonly number[]) =>
    g.constant(name, tensor('float32', shape));
  const y = g.separableConv2d(
    {
      x,
      depthwiseFilter: constant('dw', [3, 3, 16, 1]),
      pointwiseFilter: constant('pw', [16, 16]),
    },
    { padding: 'same', depthwiseActivation: 'relu6' },
    'project',
  );
  g.output('y', g.flatten({ x: g.add({ a: x, b: y }, {}, 'sum') }, {}, 'flat'));
  return g.build();
}

it('shows steps, what they took in, tiles, units, work and memory', async () => {
  const shapes = { x: [1, 28, 28, 16] };
  expect(await planText(block(), shapes, { relaxedSimd: false })).toContain('project');
  const text = await planText(block(), shapes, { profile: new Map([['project', 0.25]]) });
  const words = text.split('\n').map((line) => line.replace(/\d×8 tiles/, 'R×8 tiles'));
  expect(words.map((line) => line.replace(/strips of \d+ rows, \d pixels/, 'strips'))).toHaveLength(
    4,
  );
  expect(words[0]).toMatch(/^block: 2 steps, weights \S+ kB, arena \S+ kB$/);
  expect(words[1]).toMatch(/^step +op +kernel +units +MACs +moved +ms +GFLOP\/s$/);
  expect(words[2]).toMatch(
    /^project +separableConv2d \+ sum +separable.*R×8 tiles +[\d +]+ 314 k +15\d kB +0\.250 +2\.5$/,
  );
  expect(words[3]).toMatch(/^flat +flatten +view$/);
});

it('refuses nodes that have no kernel', async () => {
  const g = graphBuilder('lacking');
  const x = g.input('x', 'float32', [1, 4, 4, 4]);
  g.output('y', g.spaceToDepth({ x }, { blockSize: 2 }));
  await expect(planText(g.build(), { x: [1, 4, 4, 4] })).rejects.toThrow(UnsupportedOpError);
});
