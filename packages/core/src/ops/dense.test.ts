import { describe, expect, it } from 'vitest';
import { graphCost } from '../cost/graph-cost.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('dense', () => {
  it('maps the last axis of any rank', () => {
    expect(shapeOf(oneNode('dense', { x: ['n', 8], filter: [8, 3] }))).toEqual(['n', 3]);
    expect(shapeOf(oneNode('dense', { x: ['n', 'T', 8], filter: [8, 3] }))).toEqual(['n', 'T', 3]);
  });

  it('is a product, a sum and an activation', () => {
    const attributes = { activation: { op: 'relu' } };
    const graph = oneNode('dense', { x: [2, 8], filter: [8, 3], bias: [3] }, attributes);
    expect(parts(graph).ops).toEqual(['matmul', 'add', 'relu']);
    expect(graphCost(graph)).toMatchObject({ macs: 48, operations: 12 });
    expect(graphCost(parts(graph).graph)).toMatchObject({ macs: 48, operations: 12 });
  });

  it('maps a vector as a matrix of one row', () => {
    const graph = oneNode('dense', { x: [8], filter: [8, 3] });
    expect(shapeOf(graph)).toEqual([3]);
    expect(parts(graph).ops).toEqual(['expandDims', 'matmul', 'squeeze']);
    expect(shapeOf(parts(graph).graph)).toEqual([3]);
  });

  it('refuses another last axis', () => {
    expect(() =>
      oneNode('dense', { x: [2, 7], filter: [8, 3] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'dense' (dense of x float32 [2, 7], filter float32 [8, 3]): filter takes a last axis of 8, x has [2, 7]]`,
    );
    expect(() => oneNode('dense', { x: [], filter: [8, 3] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'dense' (dense of x float32 [], filter float32 [8, 3]): filter takes a last axis of 8, x has []]`,
    );
  });
});
