import { type DType, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';

const floats = (list: readonly number[]) => tensor('float32', [list.length], list);

describe('argMax and argMin', () => {
  const of = (op: string, list: readonly number[], attributes = {}) =>
    [...evaluateNode(op, { x: floats(list) }, attributes)[0]!.value][0];

  it('take the first of equals, or the last', () => {
    expect(of('argMax', [1, 3, 3, 2])).toBe(1);
    expect(of('argMax', [1, 3, 3, 2], { selectLast: true })).toBe(2);
    expect(of('argMin', [0, 1, -0, 2], { selectLast: true })).toBe(2);
    expect(of('argMin', [0, 1, -0, 2])).toBe(0);
  });

  it('count NaN as the extreme', () => {
    expect(of('argMax', [1, NaN, Infinity, NaN])).toBe(1);
    expect(of('argMin', [1, NaN, -Infinity, NaN], { selectLast: true })).toBe(3);
  });
});

describe('topK', () => {
  const of = (list: readonly number[], attributes: object) =>
    evaluateNode('topK', { x: floats(list) }, { ...attributes }).map(({ value }) => [...value]);

  it('takes the lower index first, NaN as the largest', () => {
    expect(of([2, NaN, 3, 3, 1], { k: 4 })).toEqual([
      [NaN, 3, 3, 2],
      [1, 2, 3, 0],
    ]);
    expect(of([2, NaN, 3, 2, 1], { k: 4, largest: false })).toEqual([
      [1, 2, 2, 3],
      [4, 0, 3, 2],
    ]);
  });
});

describe('gather and oneHot', () => {
  it('count negative indices from the end', () => {
    const x = tensor('float32', [2, 3], [1, 2, 3, 4, 5, 6]);
    const [y] = evaluateNode(
      'gather',
      { x, indices: tensor('int32', [1, 2], [-1, 0]) },
      { axis: 1 },
    );
    expect(y!.shape).toEqual([2, 1, 2]);
    expect([...y!.value]).toEqual([3, 1, 6, 4]);
  });

  it('refuse what is outside the axis', () => {
    const operands = { x: floats([1, 2]), indices: tensor('int32', [], [2]) };
    expect(() => evaluateNode('gather', operands)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: gather: index 2 of an axis of 2]`,
    );
  });

  it('put the new axis where it is asked for', () => {
    const indices = tensor('int32', [4], [1, -1, 3, -4]);
    const of = (axis: number) =>
      evaluateNode('oneHot', { indices }, { depth: 3, axis, on: 5, off: 2 })[0]!;
    expect(of(-1).shape).toEqual([4, 3]);
    expect([...of(-1).value]).toEqual([2, 5, 2, 2, 2, 5, 2, 2, 2, 2, 2, 2]);
    expect([...of(0).value]).toEqual([2, 2, 2, 2, 5, 2, 2, 2, 2, 5, 2, 2]);
  });
});

describe('cast', () => {
  const of = (from: DType, to: DType, list: readonly number[]) => [
    ...evaluateNode('cast', { x: tensor(from, [list.length], list) }, { to })[0]!.value,
  ];

  it('truncates, saturates and takes NaN to 0', () => {
    expect(of('float32', 'int32', [1.9, -1.9, 3e9, -3e9, NaN, Infinity])).toEqual([
      1, -1, 2147483647, -2147483648, 0, 2147483647,
    ]);
    expect(of('float32', 'uint8', [-3, 255.9, 256, 7.5])).toEqual([0, 255, 255, 7]);
  });

  it('wraps integers', () => {
    expect(of('int32', 'uint8', [256, -1, 511])).toEqual([0, 255, 255]);
  });

  it('takes everything but zero for true', () => {
    expect(of('float32', 'bool', [0, -0, NaN, 1e-45, -2])).toEqual([0, 0, 1, 1, 1]);
    expect(of('bool', 'float32', [1, 0])).toEqual([1, 0]);
  });

  it('admits the nearest float32 alone, or both of a tie', () => {
    const x = tensor('int32', [3], [16777217, 16777219, 2147483583]);
    const [y] = evaluateNode('cast', { x }, { to: 'float32' });
    // steps of 2 from 2²⁴ on: ties 1 away; of 128 up to 2³¹: 2147483583 is 63 above 2147483520
    expect([...y!.error]).toEqual([1, 1, 63]);
  });
});
