import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';

describe('pad', () => {
  it('adds to each axis', () => {
    const attributes = { before: [0, 1, 'p'], after: [2, 0, 'p'] };
    expect(shapeOf(oneNode('pad', { x: ['n', 3, 'W'] }, attributes))).toEqual([
      'n + 2',
      4,
      'W + 2*p',
    ]);
  });

  it('reflects at most to the other edge and repeats no missing edge', () => {
    const pad = (x: number, mode: string, before: number) =>
      shapeOf(oneNode('pad', { x: [x] }, { before: [before], after: [0], mode }));
    expect(pad(3, 'reflect', 2)).toEqual([5]);
    expect(pad(1, 'edge', 4)).toEqual([5]);
    expect(pad(0, 'constant', 4)).toEqual([4]);
    expect(pad(0, 'edge', 0)).toEqual([0]);
    expect(() => pad(3, 'reflect', 3)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'pad' (pad of x float32 [3]): an axis of 3 cannot be padded by 3 in reflect mode]`,
    );
    expect(() => pad(0, 'edge', 1)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'pad' (pad of x float32 [0]): an axis of 0 cannot be padded by 1 in edge mode]`,
    );
    expect(() => pad(3, 'constant', -1)).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'pad' (pad of x float32 [3]): padding cannot be negative, got -1; slice cuts]`,
    );
  });

  it('needs numbers for every axis and a value the dtype holds', () => {
    expect(() =>
      oneNode('pad', { x: [2, 2] }, { before: [1], after: [1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'pad' (pad of x float32 [2, 2]): pad needs 2 numbers before and after, one for each axis]`,
    );
    expect(() =>
      oneNode('pad', { x: [2] }, { before: [1], after: [1], value: 0.5 }, { x: 'int32' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'pad' (pad of x int32 [2]): a pad value of int32 must be an integer, got 0.5]`,
    );
  });
});
