import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';
import { bindGraph } from '../graph/bind.js';

describe('reshape', () => {
  const shape = (x: readonly (number | string)[], to: readonly (number | string)[]) =>
    shapeOf(oneNode('reshape', { x }, { shape: to }));

  it('infers one extent, on symbols too', () => {
    expect(shape([2, 3, 4], [-1, 6])).toEqual([4, 6]);
    expect(shape(['batch', 'H', 'W', 8], ['batch', -1, 8])).toEqual(['batch', 'H*W', 8]);
    expect(shape(['n', '2*H', 3], ['n', 'H', -1])).toEqual(['n', 'H', 6]);
  });

  it('takes 0 as an extent of 0 and no extents as a scalar', () => {
    expect(shape([0, 5], [5, 0])).toEqual([5, 0]);
    expect(shape([0, 5], [-1, 5])).toEqual([0, 5]);
    expect(shape([1, 1], [])).toEqual([]);
  });

  it('checks again what only sizes decide', () => {
    const graph = oneNode('reshape', { x: ['H', 'W'] }, { shape: [-1, 4] });
    expect(shapeOf(graph)).toEqual(['(H*W)//4', 4]);
    expect(shapeOf(bindGraph(graph, { x: [2, 6] }))).toEqual([3, 4]);
    expect(() => bindGraph(graph, { x: [3, 3] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reshape' (reshape of x float32 [3, 3]): number of elements 9 does not divide by 4]`,
    );
  });

  it('refuses another number of elements', () => {
    expect(() => shape([2, 3], [7])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reshape' (reshape of x float32 [2, 3]): [2, 3] does not reshape to [7]]`,
    );
    expect(() => shape(['n', 3], ['n', 4, -1])).not.toThrow();
    expect(() => shape([2, 3], [-1, 4])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reshape' (reshape of x float32 [2, 3]): number of elements 6 does not divide by 4]`,
    );
    expect(() => shape([0, 3], [-1, 0])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reshape' (reshape of x float32 [0, 3]): [0, 3] does not reshape to [-1, 0]]`,
    );
    expect(() => shape([2, 3], [-1, -1])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reshape' (reshape of x float32 [2, 3]): [2, 3] does not reshape to [-1, -1]]`,
    );
  });
});
