import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('convTranspose2d', () => {
  it('infers the extents of every kind of padding', () => {
    const shapes = { x: ['n', 'H', 5, 8], filter: [4, 3, 8, 6] };
    const shape = (attributes: object) =>
      shapeOf(oneNode('convTranspose2d', shapes, { strides: 2, ...attributes }));
    expect(shape({})).toEqual(['n', '2*H + 2', 11, 6]);
    expect(shape({ padding: 'same' })).toEqual(['n', '2*H', 10, 6]);
    expect(shape({ padding: { top: 1, bottom: 1, left: 1, right: 0 } })).toEqual([
      'n',
      '2*H',
      10,
      6,
    ]);
    expect(shape({ outputPadding: [0, 1], dilations: [1, 2] })).toEqual(['n', '2*H + 2', 14, 6]);
  });

  it('counts a MAC for each pixel of x, tap and output channel of its group', () => {
    const graph = oneNode(
      'convTranspose2d',
      { x: [1, 3, 3, 8], filter: [2, 2, 8, 5], bias: [10] },
      { groups: 2 },
    );
    expect(shapeOf(graph)).toEqual([1, 4, 4, 10]);
    expect(graphCost(graph)).toMatchObject({ macs: 9 * 8 * 4 * 5, operations: 160 });
  });

  it('refuses channels that do not fit', () => {
    const x = [1, 3, 3, 8];
    expect(() =>
      oneNode('convTranspose2d', { x, filter: [2, 2, 6, 5] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'convTranspose2d' (convTranspose2d of x float32 [1, 3, 3, 8], filter float32 [2, 2, 6, 5]): filter takes 6 channels, x has 8]`,
    );
    expect(() =>
      oneNode('convTranspose2d', { x, filter: [2, 2, 8, 5] }, { groups: 3 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'convTranspose2d' (convTranspose2d of x float32 [1, 3, 3, 8], filter float32 [2, 2, 8, 5]): 8 input channels do not divide into 3 groups]`,
    );
    expect(() =>
      oneNode(
        'convTranspose2d',
        { x, filter: [1, 1, 8, 5] },
        { padding: { top: 4, bottom: 0, left: 0, right: 0 } },
      ),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'convTranspose2d' (convTranspose2d of x float32 [1, 3, 3, 8], filter float32 [1, 1, 8, 5]): its result would have the shape [1, -1, 3, 5]]`,
    );
  });
});
