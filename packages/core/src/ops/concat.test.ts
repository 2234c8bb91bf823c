import { describe, expect, it } from 'vitest';
import { graphBuilder } from '../graph/builder.js';
import type { Shape } from '../shape/shape.js';

function concat(axis: number, ...shapes: readonly Shape[]): Shape {
  const g = graphBuilder('g');
  const inputs = shapes.map((shape, i) => g.input(`x${i}`, 'float32', shape));
  return g.concat({ inputs }, { axis }).shape;
}

describe('concat', () => {
  it('adds the extents of its axis up', () => {
    expect(concat(-1, [2, 3], [2, 0], [2, 4])).toEqual([2, 7]);
    expect(concat(1, ['n', 'W', 3], ['n', 'V', 3])).toEqual(['n', 'V + W', 3]);
    expect(concat(0, [2])).toEqual([2]);
  });

  it('takes a number over a symbol that must equal it', () => {
    expect(concat(0, ['n', 'W'], [1, 8])).toEqual(['n + 1', 8]);
  });

  it('refuses other ranks, other extents and other axes', () => {
    expect(() => concat(0, [2, 3], [2])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'concat' (concat of inputs float32 [2, 3] + float32 [2]): ranks differ: [2, 3] and [2]]`,
    );
    expect(() => concat(0, [2, 'W'], [2, 'W + 1'])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'concat' (concat of inputs float32 [2, W] + float32 [2, W + 1]): extents of axis 1 must be equal, got W and W + 1]`,
    );
    expect(() => concat(2, [2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'concat' (concat of inputs float32 [2, 3]): axis 2 is outside a value of rank 2]`,
    );
  });
});
