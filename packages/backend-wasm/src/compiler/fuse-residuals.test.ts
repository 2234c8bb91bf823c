import { graphBuilder, printGraph, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { fuseResiduals } from './fuse-residuals.js';

function graphOf(activation: 'relu' | null, handsOut: boolean) {
  const g = graphBuilder('block');
  const x = g.input('x', 'float32', ['n', 8, 8, 4]);
  const filter = g.constant('w', tensor('float32', [4, 4]));
  const mixed = g.pointwiseConv2d({ x, filter }, { activation }, 'mix');
  g.output('y', g.add({ a: x, b: mixed }, {}, 'sum'));
  if (handsOut) g.output('z', mixed);
  return g.build();
}

describe('a residual', () => {
  it('is taken into the convolution that feeds the addition', () => {
    const { graph, absorbed } = fuseResiduals(graphOf(null, false));
    expect(graph.nodes).toMatchObject([
      { name: 'mix', op: 'pointwiseConv2d', inputs: { x: 'x', residual: 'x' }, outputs: ['sum'] },
    ]);
    expect([...absorbed]).toEqual([['sum', 'mix']]);
  });

  it.each([
    ['the convolution has an activation', graphOf('relu', false)],
    ['the convolution is handed out', graphOf(null, true)],
  ])('is left alone where %s', (_, graph) => {
    expect(printGraph(fuseResiduals(graph).graph)).toBe(printGraph(graph));
  });

  it('is left alone where it is stretched', () => {
    const g = graphBuilder('stretched');
    const x = g.input('x', 'float32', [1, 8, 8, 4]);
    const bias = g.input('b', 'float32', [4]);
    const filter = g.constant('w', tensor('float32', [4, 4]));
    g.output('y', g.add({ a: bias, b: g.pointwiseConv2d({ x, filter }) }));
    const graph = g.build();
    expect(fuseResiduals(graph).graph).toBe(graph);
  });
});
