import { describe, expect, it } from 'vitest';
import { oneNode, shapeOf } from '../../testing/one-node.js';
import { bindGraph } from '../graph/bind.js';

describe('slice', () => {
  it('cuts the named axes', () => {
    const attributes = { axes: [1, -1], starts: [2, -1], ends: [-1, -4], steps: [2, -1] };
    expect(shapeOf(oneNode('slice', { x: ['n', 8, 5] }, attributes))).toEqual(['n', 3, 3]);
  });

  it('takes symbolic bounds and decides them anew when sizes are bound', () => {
    const attributes = { axes: [0], starts: ['W - 3'], ends: ['W'], steps: [1] };
    const graph = oneNode('slice', { x: ['W'] }, attributes);
    expect(shapeOf(graph)).toEqual([3]);
    expect(shapeOf(bindGraph(graph, { x: [9] }))).toEqual([3]);
    // W − 3 is −1 here, and −1 counts from the end.
    expect(shapeOf(bindGraph(graph, { x: [2] }))).toEqual([1]);
  });

  it('refuses lists of other lengths, a step of 0 and an axis named twice', () => {
    const slice = (attributes: object) =>
      oneNode(
        'slice',
        { x: [4, 4] },
        { axes: [0], starts: [0], ends: [4], steps: [1], ...attributes },
      );
    expect(() => slice({ ends: [] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'slice' (slice of x float32 [4, 4]): slice needs a start, an end and a step for each of 1 axes]`,
    );
    expect(() => slice({ steps: [0] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'slice' (slice of x float32 [4, 4]): a slice cannot step by 0]`,
    );
    expect(() =>
      slice({ axes: [0, -2], starts: [0, 0], ends: [4, 4], steps: [1, 1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'slice' (slice of x float32 [4, 4]): axes [0, -2] name an axis twice]`,
    );
  });
});
