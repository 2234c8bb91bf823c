import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { graphBuilder } from '../graph/builder.js';
import type { Graph } from '../graph/graph.js';
import { graphCost } from './graph-cost.js';
import { lifetimesOf } from './liveness.js';

function block(): Graph {
  const g = graphBuilder('block');
  const x = g.input('x', 'float32', ['batch', 'H', 8, 4]);
  const depthwiseFilter = g.constant('dw', tensor('float32', [3, 3, 4, 1]));
  const pointwiseFilter = g.constant('pw', tensor('float32', [4, 16]));
  const bias = g.constant('b', tensor('float32', [16]));
  const y = g.separableConv2d(
    { x, depthwiseFilter, pointwiseFilter, bias },
    { padding: 'same', strides: 2, activation: 'relu' },
    'separable',
  );
  g.output('y', g.add({ a: y, b: g.relu({ x: y }, {}, 'relu') }, {}, 'sum'));
  return g.build();
}

describe('the cost of a graph', () => {
  it('counts MACs, parameters and bytes at a size', () => {
    const { nodes, macs, parameters, weightBytes } = graphCost(block(), { x: [1, 8, 8, 4] });
    // 4·4 outputs, each 3·3·4 depthwise and 4·16 pointwise
    expect(macs).toBe(16 * (36 + 64));
    expect(parameters).toBe(36 + 64 + 16);
    expect(weightBytes).toBe(4 * 116);
    expect(nodes[0]).toEqual({
      node: 'separable',
      op: 'separableConv2d',
      shape: [1, 4, 4, 16],
      macs: 1600,
      operations: 2 * 256,
      parameters: 116,
      weightBytes: 464,
      activationBytes: 4 * (256 + 256),
      denseMacs: 16 * 9 * 4 * 16,
    });
  });

  it('shows the ratio 1/N + 1/k² of a separable node', () => {
    const [node] = graphCost(block(), { x: [1, 8, 8, 4] }).nodes;
    expect(node!.macs / node!.denseMacs!).toBeCloseTo(1 / 16 + 1 / 9, 12);
  });

  it('finds the peak of live activations and where it is', () => {
    const { peak } = graphCost(block(), { x: [2, 8, 8, 4] });
    // relu and separable are both read by the sum, which makes a third tensor of 2·256 floats
    expect(peak).toEqual({ bytes: 3 * 2048, node: 'sum' });
    expect(lifetimesOf(block()).get('separable')).toEqual({ from: 0, to: 2 });
    expect(lifetimesOf(block()).get('sum')).toEqual({ from: 2, to: 3 });
  });

  it('asks for the shape it needs', () => {
    expect(() => graphCost(block())).toThrowErrorMatchingInlineSnapshot(`
      [InputMismatchError: graph 'block' has no size yet: 'x' is [batch, H, 8, 4]
        hint: pass its shape, for instance { x: [1, …] }]
    `);
  });
});
