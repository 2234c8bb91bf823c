import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('conv1d', () => {
  it('is conv2d of one row', () => {
    const attributes = {
      stride: 2,
      dilation: 2,
      padding: { left: 1, right: 2 },
      groups: 2,
      activation: 'relu',
    };
    const graph = oneNode('conv1d', { x: ['n', 'W', 8], filter: [3, 4, 6], bias: [6] }, attributes);
    expect(shapeOf(graph)).toEqual(['n', '(W)//2', 6]);
    const parted = parts(graph);
    expect(parted.ops).toEqual(['expandDims', 'expandDims', 'conv2d', 'squeeze']);
    expect(shapeOf(parted.graph)).toEqual(['n', '(W)//2', 6]);
    expect(parted.graph.nodes[2]?.attributes).toMatchObject({
      strides: [1, 2],
      dilations: [1, 2],
      padding: { top: 0, bottom: 0, left: 1, right: 2 },
    });
    const size = { x: [1, 9, 8] };
    expect(graphCost(graph, size).macs).toBe(4 * 6 * 3 * 4);
    expect(graphCost(parted.graph, size).macs).toBe(4 * 6 * 3 * 4);
  });

  it('takes the same kinds of padding', () => {
    const shapes = { x: [1, 7, 2], filter: [2, 2, 2] };
    expect(shapeOf(oneNode('conv1d', shapes, { padding: 'same', stride: 2 }))).toEqual([1, 4, 2]);
    expect(shapeOf(oneNode('conv1d', shapes, { padding: 'sameLower' }))).toEqual([1, 7, 2]);
    expect(() =>
      oneNode('conv1d', shapes, { padding: { left: 1, right: 0, top: 0 } }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'conv1d': conv1d attribute 'padding': expected valid, same, sameLower or { left, right } in pixels, got {"left":1,"right":0,"top":0}]`,
    );
  });
});
