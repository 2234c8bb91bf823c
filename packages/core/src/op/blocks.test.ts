import { describe, expect, it } from 'vitest';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('blocks of pixels and channels', () => {
  it.each(['dcr', 'crd'])('trade places in the order %s', (order) => {
    const deep = oneNode('depthToSpace', { x: ['n', 'H', 3, 8] }, { blockSize: 2, order });
    expect(shapeOf(deep)).toEqual(['n', '2*H', 6, 2]);
    expect(parts(deep).ops).toEqual(['reshape', 'transpose', 'reshape']);
    expect(shapeOf(parts(deep).graph)).toEqual(['n', '2*H', 6, 2]);
    const wide = oneNode('spaceToDepth', { x: ['n', '2*H', 6, 2] }, { blockSize: 2, order });
    expect(shapeOf(wide)).toEqual(['n', 'H', 3, 8]);
    expect(shapeOf(parts(wide).graph)).toEqual(['n', 'H', 3, 8]);
  });

  it('need extents that divide', () => {
    expect(() =>
      oneNode('depthToSpace', { x: [1, 2, 2, 6] }, { blockSize: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'depthToSpace' (depthToSpace of x float32 [1, 2, 2, 6]): number of channels 6 does not divide by 4]`,
    );
    expect(() =>
      oneNode('spaceToDepth', { x: [1, 3, 2, 6] }, { blockSize: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'spaceToDepth' (spaceToDepth of x float32 [1, 3, 2, 6]): height 3 does not divide by 2]`,
    );
    expect(() =>
      oneNode('spaceToDepth', { x: [3, 2, 6] }, { blockSize: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'spaceToDepth' (spaceToDepth of x float32 [3, 2, 6]): x needs rank 4, got [3, 2, 6]]`,
    );
  });
});

describe('channelShuffle', () => {
  it('is a transpose of groups', () => {
    const graph = oneNode('channelShuffle', { x: ['n', 'H', 'W', 6] }, { groups: 3 });
    expect(shapeOf(graph)).toEqual(['n', 'H', 'W', 6]);
    const parted = parts(graph);
    expect(parted.graph.nodes.map(({ attributes }) => attributes)).toEqual([
      { shape: ['n', 'H', 'W', 3, 2] },
      { permutation: [0, 1, 2, 4, 3] },
      { shape: ['n', 'H', 'W', 6] },
    ]);
  });

  it('needs groups that divide the channels', () => {
    expect(() =>
      oneNode('channelShuffle', { x: [1, 6] }, { groups: 4 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'channelShuffle' (channelShuffle of x float32 [1, 6]): number of channels 6 does not divide by 4]`,
    );
  });
});
