import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('depthwiseConv2d', () => {
  it('makes multiplier outputs for each channel', () => {
    const shapes = { x: ['batch', 'H', 'W', 8], filter: [3, 3, 8, 2], bias: [16] };
    const graph = oneNode('depthwiseConv2d', shapes, { strides: [2, 1], padding: 'same' });
    expect(shapeOf(graph)).toEqual(['batch', '(H + 1)//2', 'W', 16]);
  });

  it('counts one tap of one channel an output as a MAC', () => {
    const graph = oneNode(
      'depthwiseConv2d',
      { x: [1, 4, 5, 8], filter: [3, 2, 8, 2], bias: [16] },
      { activation: 'relu' },
    );
    expect(shapeOf(graph)).toEqual([1, 2, 4, 16]);
    const [cost] = graphCost(graph).nodes;
    expect(cost).toMatchObject({ macs: 128 * 6, operations: 256, denseMacs: 128 * 6 * 8 });
  });

  it('refuses other channels and other biases', () => {
    const x = [1, 4, 4, 8];
    expect(() =>
      oneNode('depthwiseConv2d', { x, filter: [3, 3, 4, 1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'depthwiseConv2d' (depthwiseConv2d of x float32 [1, 4, 4, 8], filter float32 [3, 3, 4, 1]): filter takes 4 channels, x has 8]`,
    );
    expect(() =>
      oneNode('depthwiseConv2d', { x, filter: [3, 3, 8, 2], bias: [8] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'depthwiseConv2d' (depthwiseConv2d of x float32 [1, 4, 4, 8], filter float32 [3, 3, 8, 2], bias float32 [8]): bias needs [16] numbers, got [8]]`,
    );
    expect(() =>
      oneNode('depthwiseConv2d', { x, filter: ['k', 3, 8, 1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'depthwiseConv2d' (depthwiseConv2d of x float32 [1, 4, 4, 8], filter float32 [k, 3, 8, 1]): a kernel needs numeric extents of at least 1, got [k, 3]]`,
    );
  });
});
