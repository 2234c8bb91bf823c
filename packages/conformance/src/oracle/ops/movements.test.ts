import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';

const counting = (shape: readonly number[]) =>
  tensor(
    'int32',
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
  );

function moved(
  op: string,
  shape: readonly number[],
  attributes: object,
): readonly [readonly number[], number[]] {
  const [y] = evaluateNode(op, { x: counting(shape) }, { ...attributes });
  return [y!.shape, [...y!.value]];
}

describe('movements', () => {
  it('transpose: y[i, j, k] = x[k, i, j] for [1, 2, 0]', () => {
    const wanted = [0, 6, 1, 7, 2, 8, 3, 9, 4, 10, 5, 11];
    expect(moved('transpose', [2, 2, 3], { permutation: [1, 2, 0] })).toEqual([[2, 3, 2], wanted]);
  });

  it('reshape, squeeze, expandDims, flatten keep the order', () => {
    expect(moved('reshape', [2, 3], { shape: [3, -1] })[0]).toEqual([3, 2]);
    expect(moved('squeeze', [1, 2, 1], { axes: [-1] })[0]).toEqual([1, 2]);
    expect(moved('squeeze', [1, 2, 1], {})[0]).toEqual([2]);
    expect(moved('expandDims', [2, 3], { axes: [-1, 0] })[0]).toEqual([1, 2, 3, 1]);
    expect(moved('flatten', [2, 3, 2], { axis: 2 })).toEqual([[6, 2], [...Array(12).keys()]]);
    expect(moved('flatten', [2, 3], { axis: 0 })[0]).toEqual([1, 6]);
  });

  it('slice as NumPy does', () => {
    const of = (start: number, end: number, step: number) =>
      moved('slice', [6], { axes: [0], starts: [start], ends: [end], steps: [step] })[1];
    expect(of(1, 5, 2)).toEqual([1, 3]);
    expect(of(-2, 99, 1)).toEqual([4, 5]);
    expect(of(-99, -4, 1)).toEqual([0, 1]);
    expect(of(99, -99, -2)).toEqual([5, 3, 1]);
    expect(of(4, 1, -1)).toEqual([4, 3, 2]);
    expect(of(2, 2, 1)).toEqual([]);
  });

  it('pad: constants, edges, mirror images', () => {
    const of = (attributes: object) =>
      moved('pad', [3], { before: [2], after: [1], ...attributes })[1];
    expect(of({ value: -7 })).toEqual([-7, -7, 0, 1, 2, -7]);
    expect(of({ mode: 'edge' })).toEqual([0, 0, 0, 1, 2, 2]);
    expect(of({ mode: 'reflect' })).toEqual([2, 1, 0, 1, 2, 1]);
  });

  it('concat and split are inverse', () => {
    const x = counting([2, 5]);
    const pieces = evaluateNode('split', { x }, { axis: 1, sizes: [2, 0, 3] });
    expect(pieces.map(({ value }) => [...value])).toEqual([[0, 1, 5, 6], [], [2, 3, 4, 7, 8, 9]]);
    const inputs = pieces.map(({ shape, value }) => tensor('int32', shape, [...value]));
    expect([...evaluateNode('concat', { inputs }, { axis: -1 })[0]!.value]).toEqual([...x.data]);
  });

  it('expand stretches, tile repeats', () => {
    expect(moved('expand', [2, 1], { shape: [2, 2, 3] })).toEqual([
      [2, 2, 3],
      [0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1],
    ]);
    expect(moved('tile', [2, 2], { repeats: [1, 2] })).toEqual([
      [2, 4],
      [0, 1, 0, 1, 2, 3, 2, 3],
    ]);
  });

  it('depthToSpace lays channels out as blocks, spaceToDepth back', () => {
    // one pixel of channels 0 to 7: rows and columns of 2 channels (dcr), or channels of rows (crd)
    expect(moved('depthToSpace', [1, 1, 1, 8], { blockSize: 2 })[1]).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(moved('depthToSpace', [1, 1, 1, 8], { blockSize: 2, order: 'crd' })[1]).toEqual([
      0, 4, 1, 5, 2, 6, 3, 7,
    ]);
    expect(moved('depthToSpace', [1, 1, 2, 4], { blockSize: 2 })).toEqual([
      [1, 2, 4, 1],
      [0, 1, 4, 5, 2, 3, 6, 7],
    ]);
    expect(moved('spaceToDepth', [1, 2, 4, 1], { blockSize: 2 })).toEqual([
      [1, 1, 2, 4],
      [0, 1, 4, 5, 2, 3, 6, 7],
    ]);
    expect(moved('spaceToDepth', [1, 2, 2, 2], { blockSize: 2, order: 'crd' })[1]).toEqual([
      0, 2, 4, 6, 1, 3, 5, 7,
    ]);
  });

  it('channelShuffle deals the groups out in turn', () => {
    // groups (0 1 2) (3 4 5)
    expect(moved('channelShuffle', [1, 6], { groups: 2 })[1]).toEqual([0, 3, 1, 4, 2, 5]);
  });
});
