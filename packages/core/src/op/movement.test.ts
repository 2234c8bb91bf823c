import { describe, expect, it } from 'vitest';
import { allOps } from './table.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

describe('views', () => {
  it('decompose into a reshape of the same shape', () => {
    const views = [
      oneNode('squeeze', { x: ['n', 1, 'H', 1] }, { axes: [1, -1] }),
      oneNode('expandDims', { x: ['n', 'H'] }, { axes: [0, -1] }),
      oneNode('flatten', { x: ['n', 'H', 'W', 3] }, { axis: 2 }),
    ];
    expect(views.map(shapeOf)).toEqual([
      ['n', 'H'],
      [1, 'n', 'H', 1],
      ['H*n', '3*W'],
    ]);
    for (const view of views) {
      expect(parts(view).ops).toEqual(['reshape']);
      expect(shapeOf(parts(view).graph)).toEqual(shapeOf(view));
    }
  });

  it('do no work, as all movement does', () => {
    const moving = allOps().filter(({ sets }) => sets.includes('movement'));
    expect(moving.map(({ name }) => name)).toContain('reshape');
    for (const op of moving) expect(op.work?.({}, [], {})).toEqual({ macs: 0, operations: 0 });
  });

  it('squeeze all extents of 1, or the named ones', () => {
    expect(shapeOf(oneNode('squeeze', { x: [1, 2, 1, 3] }))).toEqual([2, 3]);
    expect(shapeOf(oneNode('squeeze', { x: [1, 2, 1, 3] }, { axes: [0] }))).toEqual([2, 1, 3]);
    expect(() => oneNode('squeeze', { x: [1, 'n'] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'squeeze' (squeeze of x float32 [1, n]): name the axes to squeeze: [1, n] has open extents]`,
    );
    expect(() =>
      oneNode('squeeze', { x: [1, 2] }, { axes: [1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'squeeze' (squeeze of x float32 [1, 2]): axis 1 of [1, 2] is not 1]`,
    );
    expect(() =>
      oneNode('squeeze', { x: [1, 1] }, { axes: [1, -1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'squeeze' (squeeze of x float32 [1, 1]): axes [1, -1] name an axis twice]`,
    );
  });

  it('flatten an empty part to 1', () => {
    expect(shapeOf(oneNode('flatten', { x: [2, 3] }, { axis: 0 }))).toEqual([1, 6]);
    expect(shapeOf(oneNode('flatten', { x: [2, 3] }, { axis: 2 }))).toEqual([6, 1]);
    expect(shapeOf(oneNode('flatten', { x: [2, 3, 4] }, { axis: -1 }))).toEqual([6, 4]);
    expect(shapeOf(oneNode('flatten', { x: [2, 0, 4] }))).toEqual([2, 0]);
    expect(() => oneNode('flatten', { x: [2, 3] }, { axis: 3 })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'flatten' (flatten of x float32 [2, 3]): axis 3 is outside a value of rank 2]`,
    );
  });
});
