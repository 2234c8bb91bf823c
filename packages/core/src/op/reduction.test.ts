import { describe, expect, it } from 'vitest';
import { definitionOf } from './table.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

const integersToo = [
  'reduceSum',
  'reduceMax',
  'reduceMin',
  'reduceProd',
  'reduceL1',
  'reduceSumSquare',
];
const reductions = [...integersToo, 'reduceMean', 'reduceL2', 'reduceLogSumExp'];
const map = ['batch', 'H', 'W', 3] as const;

describe('reductions', () => {
  it.each(reductions)('%s reduces all, some or no axes', (op) => {
    expect(shapeOf(oneNode(op, { x: map }))).toEqual([]);
    expect(shapeOf(oneNode(op, { x: map }, { keepDims: true }))).toEqual([1, 1, 1, 1]);
    expect(shapeOf(oneNode(op, { x: map }, { axes: [1, -2] }))).toEqual(['batch', 3]);
    expect(shapeOf(oneNode(op, { x: map }, { axes: [-1], keepDims: true }))).toEqual([
      'batch',
      'H',
      'W',
      1,
    ]);
    expect(shapeOf(oneNode(op, { x: map }, { axes: [] }))).toEqual(map);
  });

  it.each(integersToo)('%s takes int32', (op) => {
    const graph = oneNode(op, { x: [4] }, {}, { x: 'int32' });
    expect(graph.values.get(op)?.dtype).toBe('int32');
  });

  it('refuses integer means, repeated axes and extremes of no integers', () => {
    expect(() =>
      oneNode('reduceMean', { x: [4] }, {}, { x: 'int32' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'reduceMean' (reduceMean of x int32 [4]): operand 'x' takes float32, got int32]`,
    );
    expect(() =>
      oneNode('reduceSum', { x: [4, 2] }, { axes: [1, -1] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reduceSum' (reduceSum of x float32 [4, 2]): axes [1, -1] name an axis twice]`,
    );
    expect(() =>
      oneNode('reduceSum', { x: [4, 2] }, { axes: [2] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reduceSum' (reduceSum of x float32 [4, 2]): axis 2 is outside a value of rank 2]`,
    );
    expect(() =>
      oneNode('reduceMax', { x: [2, 0] }, {}, { x: 'int32' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'reduceMax' (reduceMax of x int32 [2, 0]): no int32 is the extremum of no elements]`,
    );
    expect(shapeOf(oneNode('reduceMax', { x: [0, 2] }, { axes: [1] }, { x: 'int32' }))).toEqual([
      0,
    ]);
    expect(shapeOf(oneNode('reduceMax', { x: [2, 0] }))).toEqual([]);
  });

  it('counts the elements it reads', () => {
    const x = { dtype: 'float32', shape: [2, 3, 4] } as const;
    expect(definitionOf('reduceSum').work?.({ x }, [], {})).toEqual({ macs: 0, operations: 24 });
  });

  it('says what a transpose becomes', () => {
    const permute = definitionOf('reduceMean').permute!;
    // NCHW out of NHWC; H and W are axes 2 and 3 there, 1 and 2 here.
    expect(permute({ axes: [2, 3], keepDims: true }, [0, 3, 1, 2])).toEqual({
      attributes: { axes: [1, 2], keepDims: true },
      result: [0, 3, 1, 2],
    });
    expect(permute({ axes: [-4], keepDims: false }, [0, 3, 1, 2])).toEqual({
      attributes: { axes: [0], keepDims: false },
      result: [2, 0, 1],
    });
    expect(permute({ axes: null, keepDims: false }, [1, 0])).toEqual({
      attributes: { axes: null, keepDims: false },
      result: [],
    });
  });

  it.each([
    ['reduceL1', ['abs', 'reduceSum']],
    ['reduceL2', ['reduceSumSquare', 'sqrt']],
    ['reduceSumSquare', ['mul', 'reduceSum']],
  ])('%s is made of %j', (op, ops) => {
    const { ops: made, graph } = parts(oneNode(op, { x: map }, { axes: [3] }));
    expect(made).toEqual(ops);
    expect(shapeOf(graph)).toEqual(['batch', 'H', 'W']);
  });

  it('keeps reduceLogSumExp from overflow when it is decomposed', () => {
    const { ops, graph } = parts(oneNode('reduceLogSumExp', { x: map }, { axes: [1] }));
    expect(ops).toEqual([
      'reduceMax',
      'clip',
      'sub',
      'exp',
      'reduceSum',
      'log',
      'reduceMax',
      'clip',
      'add',
    ]);
    expect(shapeOf(graph)).toEqual(['batch', 'W', 3]);
  });
});

describe('argMax and argMin', () => {
  it.each(['argMax', 'argMin'])('%s gives int32 without the axis', (op) => {
    const graph = oneNode(op, { x: map });
    expect(graph.values.get(op)).toMatchObject({ dtype: 'int32', shape: ['batch', 'H', 'W'] });
    expect(shapeOf(oneNode(op, { x: map }, { axis: 1, keepDims: true }))).toEqual([
      'batch',
      1,
      'W',
      3,
    ]);
    expect(shapeOf(oneNode(op, { x: [4] }, { axis: 0 }, { x: 'uint8' }))).toEqual([]);
  });

  it('needs an element', () => {
    expect(() => oneNode('argMax', { x: [2, 0] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'argMax' (argMax of x float32 [2, 0]): axis 1 of x is empty]`,
    );
  });

  it('follows its axis through a transpose', () => {
    const attributes = { axis: 1, keepDims: false, selectLast: true };
    expect(definitionOf('argMax').permute?.(attributes, [0, 3, 1, 2])).toEqual({
      attributes: { ...attributes, axis: 3 },
      result: [0, 1, 2],
    });
  });
});
