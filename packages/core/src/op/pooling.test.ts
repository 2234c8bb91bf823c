import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('pooling', () => {
  it('keeps batch and channels', () => {
    const attributes = { kernel: [3, 2], strides: 2, padding: 'same' };
    const graph = oneNode('maxPool2d', { x: ['n', 'H', 7, 'C'] }, attributes);
    expect(shapeOf(graph)).toEqual(['n', '(H + 1)//2', 4, 'C']);
    expect(graphCost(graph, { x: [1, 4, 7, 2] })).toMatchObject({
      macs: 0,
      operations: 2 * 4 * 2 * 6,
    });
  });

  it('rounds up in ceil mode', () => {
    const shape = (ceilMode: boolean) =>
      shapeOf(oneNode('averagePool2d', { x: [1, 6, 'W', 3] }, { kernel: 3, strides: 2, ceilMode }));
    expect(shape(false)).toEqual([1, 2, '(W + 1)//2 - 1', 3]);
    expect(shape(true)[1]).toBe(3);
  });

  it('needs a kernel no larger than the input', () => {
    expect(() => oneNode('maxPool2d', { x: [1, 2, 2, 3] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'maxPool2d': maxPool2d needs the attribute 'kernel': an integer of at least 1 or a pair of them [height, width]]`,
    );
    expect(() =>
      oneNode('maxPool2d', { x: [1, 2, 2, 3] }, { kernel: 3 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'maxPool2d' (maxPool2d of x float32 [1, 2, 2, 3]): a window spanning 3 is larger than the input of 2 with padding 0 + 0]`,
    );
  });

  it('over the whole map is a reduction', () => {
    const x = ['n', 'H', 'W', 8];
    const kept = oneNode('globalAveragePool2d', { x });
    expect(shapeOf(kept)).toEqual(['n', 1, 1, 8]);
    expect(parts(kept).ops).toEqual(['reduceMean']);
    expect(shapeOf(parts(kept).graph)).toEqual(['n', 1, 1, 8]);
    const dropped = oneNode('globalMaxPool2d', { x }, { keepDims: false });
    expect(shapeOf(dropped)).toEqual(['n', 8]);
    expect(parts(dropped).ops).toEqual(['reduceMax']);
    expect(shapeOf(parts(dropped).graph)).toEqual(['n', 8]);
    expect(graphCost(kept, { x: [1, 2, 3, 8] }).operations).toBe(48);
  });
});
