import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

const shapes = {
  x: ['n', 'H', 9, 4],
  depthwiseFilter: [3, 3, 4, 2],
  pointwiseFilter: [8, 6],
  depthwiseBias: [8],
  bias: [6],
};

describe('separableConv2d', () => {
  it('is a depthwise and a pointwise convolution with the same work', () => {
    const attributes = {
      strides: 2,
      padding: 'same',
      depthwiseActivation: 'relu',
      activation: 'relu',
    };
    const graph = oneNode('separableConv2d', shapes, attributes);
    expect(shapeOf(graph)).toEqual(['n', '(H + 1)//2', 5, 6]);
    const parted = parts(graph);
    expect(parted.ops).toEqual(['depthwiseConv2d', 'pointwiseConv2d']);
    expect(shapeOf(parted.graph)).toEqual(shapeOf(graph));
    const size = { x: [1, 8, 9, 4] };
    const { macs, operations, nodes } = graphCost(graph, size);
    expect(macs).toBe(20 * 8 * 9 + 20 * 8 * 6);
    expect(graphCost(parted.graph, size)).toMatchObject({ macs, operations });
    expect(nodes[0]?.denseMacs).toBe(20 * 6 * 9 * 4);
  });

  it('refuses parts that do not fit each other', () => {
    expect(() =>
      oneNode('separableConv2d', { ...shapes, pointwiseFilter: [4, 6] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'separableConv2d' (separableConv2d of x float32 [n, H, 9, 4], depthwiseFilter float32 [3, 3, 4, 2], pointwiseFilter float32 [4, 6], depthwiseBias float32 [8], bias float32 [6]): pointwiseFilter takes 4 channels, depthwiseFilter makes 8]`,
    );
    expect(() =>
      oneNode('separableConv2d', { ...shapes, depthwiseFilter: [3, 3, 3, 2] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'separableConv2d' (separableConv2d of x float32 [n, H, 9, 4], depthwiseFilter float32 [3, 3, 3, 2], pointwiseFilter float32 [8, 6], depthwiseBias float32 [8], bias float32 [6]): depthwiseFilter takes 3 channels, x has 4]`,
    );
    expect(() =>
      oneNode('separableConv2d', { ...shapes, depthwiseBias: [4] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'separableConv2d' (separableConv2d of x float32 [n, H, 9, 4], depthwiseFilter float32 [3, 3, 4, 2], pointwiseFilter float32 [8, 6], depthwiseBias float32 [4], bias float32 [6]): bias needs [8] numbers, got [4]]`,
    );
  });
});
