import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
// 2 × 3 × 2: [[0 1] [2 3] [4 5]], [[6 7] [8 9] [10 11]]
const x = tensor(
  'float32',
  [2, 3, 2],
  Array.from({ length: 12 }, (_, i) => i),
);

async function on(op: string, given: typeof x, attributes = {}) {
  return [...(await runKernel(op, { x: given }, attributes))[0]!.data];
}

const vector = (...numbers: readonly number[]) => tensor('float32', [numbers.length], numbers);

describe('axes', () => {
  it.each([
    [null, [66]],
    [[0], [6, 8, 10, 12, 14, 16]],
    [[1], [6, 9, 24, 27]],
    [[2], [1, 5, 9, 13, 17, 21]],
    [
      [0, 1],
      [30, 36],
    ],
    [
      [1, -1],
      [15, 51],
    ],
    [
      [0, 2],
      [14, 22, 30],
    ],
    [[], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ])('reduceSum over %j', async (axes, wanted) => {
    expect(await on('reduceSum', x, { axes })).toEqual(wanted);
    expect(await on('reduceSum', x, { axes, keepDims: true })).toEqual(wanted);
  });
});

describe('values', () => {
  it.each([
    ['reduceMean', [1, 2, 6], [3]],
    ['reduceMax', [1, 6, 2], [6]],
    ['reduceMin', [3, 1, 2], [1]],
    ['reduceProd', [2, 3, 4], [24]],
    ['reduceL1', [-1, 2, -3], [6]],
    ['reduceL2', [3, -4], [5]],
    ['reduceSumSquare', [1, -2, 3], [14]],
    ['reduceLogSumExp', [1000, 1000], [Math.fround(1000 + Math.LN2)]],
    ['reduceLogSumExp', [-inf, -inf], [-inf]],
    ['reduceLogSumExp', [1, inf], [inf]],
    ['reduceLogSumExp', [-inf, 3], [3]],
  ])('%s of %j', async (op, numbers, wanted) => {
    expect(await on(op, vector(...numbers))).toEqual(wanted);
  });

  it.each([
    'reduceSum',
    'reduceMean',
    'reduceMax',
    'reduceMin',
    'reduceProd',
    'reduceL1',
    'reduceL2',
    'reduceLogSumExp',
  ])('%s keeps NaN', async (op) => {
    expect(await on(op, vector(1, nan, 2))).toEqual([nan]);
  });

  it.each([
    ['reduceSum', 0],
    ['reduceProd', 1],
    ['reduceMax', -inf],
    ['reduceMin', inf],
    ['reduceMean', nan],
    ['reduceL2', 0],
    ['reduceLogSumExp', -inf],
  ])('%s of nothing', async (op, wanted) => {
    expect(await on(op, tensor('float32', [2, 0]), { axes: [1] })).toEqual([wanted, wanted]);
  });

  it('wraps int32', async () => {
    const big = tensor('int32', [2], [2 ** 31 - 1, 65537]);
    const of = async (op: string) => [...(await runKernel(op, { x: big }))[0]!.data];
    expect(await of('reduceSum')).toEqual([-(2 ** 31) + 65536]);
    expect(await of('reduceProd')).toEqual([Math.imul(2 ** 31 - 1, 65537)]);
    expect(await of('reduceSumSquare')).toEqual([1 + Math.imul(65537, 65537)]);
    expect(await of('reduceMax')).toEqual([2 ** 31 - 1]);
    expect(await of('reduceMin')).toEqual([65537]);
  });

  it('sums many floats without losing the small ones', async () => {
    const data = new Float32Array(100_001).fill(1e-4);
    data[0] = 1e4;
    expect(await on('reduceSum', tensor('float32', [data.length], data))).toEqual([10010]);
  });
});

describe('argMax and argMin', () => {
  const lanes = tensor('float32', [2, 4], [1, 3, 3, 2, nan, 5, nan, -inf]);
  it('takes the first of equals, or the last, and NaN before all', async () => {
    expect(await on('argMax', lanes)).toEqual([1, 0]);
    expect(await on('argMax', lanes, { selectLast: true })).toEqual([2, 2]);
    expect(await on('argMin', lanes)).toEqual([0, 0]);
    expect(await on('argMin', lanes, { selectLast: true })).toEqual([0, 2]);
  });

  it('searches any axis', async () => {
    expect(await on('argMax', x, { axis: 1 })).toEqual([2, 2, 2, 2]);
    expect(await on('argMin', x, { axis: 0, keepDims: true })).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
