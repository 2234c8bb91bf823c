import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('resize2d', () => {
  it('has the rows and columns of its size', () => {
    const graph = oneNode('resize2d', { x: ['n', 'H', 'W', 3] }, { size: ['2*H', '2*W'] });
    expect(shapeOf(graph)).toEqual(['n', '2*H', '2*W', 3]);
    expect(shapeOf(oneNode('resize2d', { x: [1, 0, 4, 3] }, { size: [0, 8] }))).toEqual([
      1, 0, 8, 3,
    ]);
  });

  it('refuses to make pixels of none, and other lists', () => {
    const resize = (attributes: Record<string, unknown>) =>
      oneNode('resize2d', { x: [1, 0, 4, 3] }, attributes);
    expect(() => resize({ size: [1, 4] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'resize2d' (resize2d of x float32 [1, 0, 4, 3]): no pixels to resize to 1 × 4]`,
    );
    expect(() => resize({ size: [0] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'resize2d' (resize2d of x float32 [1, 0, 4, 3]): resize2d needs a size of [rows, columns], and scales above 0 if any]`,
    );
    expect(() => resize({ size: [0, 4], scales: [1, 0] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'resize2d' (resize2d of x float32 [1, 0, 4, 3]): resize2d needs a size of [rows, columns], and scales above 0 if any]`,
    );
    expect(() => resize({ size: [0, 4], mode: 'linear' })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'resize2d': resize2d attribute 'mode': expected one of nearest, bilinear, cubic, got "linear"]`,
    );
  });
});
