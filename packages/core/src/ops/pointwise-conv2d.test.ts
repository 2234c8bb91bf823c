import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('pointwiseConv2d', () => {
  it('changes the channels alone', () => {
    const graph = oneNode('pointwiseConv2d', { x: ['n', 'H', 'W', 8], filter: [8, 5] });
    expect(shapeOf(graph)).toEqual(['n', 'H', 'W', 5]);
  });

  it('is a 1×1 conv2d with the same work', () => {
    const shapes = { x: [2, 3, 4, 8], filter: [8, 5], bias: [5] };
    const graph = oneNode('pointwiseConv2d', shapes, { activation: 'relu' });
    const parted = parts(graph);
    expect(parted.ops).toEqual(['reshape', 'conv2d']);
    expect(shapeOf(parted.graph)).toEqual([2, 3, 4, 5]);
    expect(graphCost(graph).macs).toBe(960);
    expect(graphCost(parted.graph)).toMatchObject({
      macs: 960,
      operations: graphCost(graph).operations,
    });
  });

  it('refuses other channels', () => {
    expect(() =>
      oneNode('pointwiseConv2d', { x: [1, 2, 2, 3], filter: [8, 5] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'pointwiseConv2d' (pointwiseConv2d of x float32 [1, 2, 2, 3], filter float32 [8, 5]): filter takes 8 channels, x has 3]`,
    );
  });
});
