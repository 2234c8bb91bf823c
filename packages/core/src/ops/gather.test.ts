import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('gather', () => {
  it('puts the shape of the indices where the axis was', () => {
    const gather = (
      x: readonly (number | string)[],
      indices: readonly (number | string)[],
      axis: number,
    ) => shapeOf(oneNode('gather', { x, indices }, { axis }, { indices: 'int32' }));
    expect(gather(['n', 5, 3], [2, 'k'], 1)).toEqual(['n', 2, 'k', 3]);
    expect(gather([5, 3], [], -1)).toEqual([5]);
    expect(gather([0, 3], [0], 0)).toEqual([0, 3]);
  });

  it('refuses float indices', () => {
    expect(() => oneNode('gather', { x: [3], indices: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'gather' (gather of x float32 [3], indices float32 [1]): operand 'indices' takes int32, got float32]`,
    );
  });
});
