import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('expand', () => {
  it('broadcasts to a shape', () => {
    expect(shapeOf(oneNode('expand', { x: [3, 1] }, { shape: [2, 1, 'W'] }))).toEqual([2, 3, 'W']);
    expect(shapeOf(oneNode('expand', { x: [1] }, { shape: [0] }))).toEqual([0]);
  });

  it('refuses a shape that does not broadcast', () => {
    expect(() => oneNode('expand', { x: [3] }, { shape: [4] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'expand' (expand of x float32 [3]): shapes [3] and [4] do not broadcast]`,
    );
  });
});
