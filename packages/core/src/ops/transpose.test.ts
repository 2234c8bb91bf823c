import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('transpose', () => {
  it('permutes the extents', () => {
    const graph = oneNode('transpose', { x: ['n', 'H', 'W', 3] }, { permutation: [0, 3, 1, 2] });
    expect(shapeOf(graph)).toEqual(['n', 3, 'H', 'W']);
    expect(shapeOf(oneNode('transpose', { x: [] }, { permutation: [] }))).toEqual([]);
  });

  it('refuses what is no permutation', () => {
    const transpose = (permutation: readonly number[]) =>
      oneNode('transpose', { x: [2, 3] }, { permutation });
    expect(() => transpose([0, 0])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'transpose' (transpose of x float32 [2, 3]): [0, 0] does not permute the axes of [2, 3]]`,
    );
    expect(() => transpose([0, 1, 2])).toThrow(/does not permute/);
    expect(() => transpose([0, -1])).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'transpose': transpose attribute 'permutation': expected a list of integers of at least 0, got [0,-1]]`,
    );
  });
});
