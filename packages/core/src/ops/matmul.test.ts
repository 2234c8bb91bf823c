import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('matmul', () => {
  it('broadcasts the leading axes', () => {
    expect(shapeOf(oneNode('matmul', { a: ['n', 3, 4], b: [4, 5] }))).toEqual(['n', 3, 5]);
    expect(shapeOf(oneNode('matmul', { a: [2, 1, 3, 4], b: [6, 4, 5] }))).toEqual([2, 6, 3, 5]);
    expect(shapeOf(oneNode('matmul', { a: [3, 0], b: [0, 5] }))).toEqual([3, 5]);
  });

  it('reads transposed operands', () => {
    const graph = oneNode(
      'matmul',
      { a: [2, 4, 'm'], b: ['k', 4] },
      { transposeA: true, transposeB: true },
    );
    expect(shapeOf(graph)).toEqual([2, 'm', 'k']);
    expect(graphCost(graph, { a: [2, 4, 3], b: [5, 4] }).macs).toBe(2 * 3 * 5 * 4);
  });

  it('refuses vectors and other inner extents', () => {
    expect(() => oneNode('matmul', { a: [4], b: [4, 5] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'matmul' (matmul of a float32 [4], b float32 [4, 5]): a matrix needs a rank of at least 2, got [4]]`,
    );
    expect(() =>
      oneNode('matmul', { a: ['m', 'k'], b: ['k + 1', 5] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'matmul' (matmul of a float32 [m, k], b float32 [k + 1, 5]): inner extents must be equal, got k and k + 1]`,
    );
  });
});
