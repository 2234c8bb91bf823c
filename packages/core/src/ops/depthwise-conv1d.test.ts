import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('depthwiseConv1d', () => {
  it('is depthwiseConv2d of one row', () => {
    const graph = oneNode('depthwiseConv1d', { x: ['n', 9, 4], filter: [3, 4, 2] }, { stride: 2 });
    expect(shapeOf(graph)).toEqual(['n', 4, 8]);
    const parted = parts(graph);
    expect(parted.ops).toEqual(['expandDims', 'expandDims', 'depthwiseConv2d', 'squeeze']);
    expect(shapeOf(parted.graph)).toEqual(['n', 4, 8]);
    const [cost] = graphCost(graph, { x: [1, 9, 4] }).nodes;
    expect(cost).toMatchObject({ macs: 4 * 8 * 3, denseMacs: 4 * 8 * 3 * 4 });
  });
});
