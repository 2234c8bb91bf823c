import { describe, expect, it } from 'vitest';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('tile', () => {
  it('repeats by expanding, on the axes that do', () => {
    const graph = oneNode('tile', { x: ['n', 3, 2] }, { repeats: [1, 'r', 2] });
    expect(shapeOf(graph)).toEqual(['n', '3*r', 4]);
    const parted = parts(graph);
    expect(parted.ops).toEqual(['reshape', 'expand', 'reshape']);
    expect(parted.graph.nodes[1]?.attributes).toEqual({ shape: ['n', 'r', 3, 2, 2] });
    expect(shapeOf(parted.graph)).toEqual(['n', '3*r', 4]);
  });

  it('repeats no times', () => {
    expect(shapeOf(oneNode('tile', { x: [2, 3] }, { repeats: [0, 1] }))).toEqual([0, 3]);
  });

  it('refuses other than one number an axis, and negative ones', () => {
    expect(() =>
      oneNode('tile', { x: [2, 3] }, { repeats: [2] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'tile' (tile of x float32 [2, 3]): tile needs 2 repeats, one for each axis]`,
    );
    expect(() => oneNode('tile', { x: [2] }, { repeats: [-1] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'tile' (tile of x float32 [2]): its result would have the shape [-2]]`,
    );
  });
});
