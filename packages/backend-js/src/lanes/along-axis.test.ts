import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const { NaN: nan, POSITIVE_INFINITY: inf } = Number;

async function on(
  op: string,
  shape: readonly number[],
  numbers: readonly number[],
  attributes = {},
) {
  const results = await runKernel(op, { x: tensor('float32', shape, numbers) }, attributes);
  return results.map(({ data }) => [...data]);
}

describe('softmax', () => {
  it('adds up to 1 however great the numbers', async () => {
    const [y] = await on('softmax', [2, 2], [1000, 1000, 0, Math.log(3)]);
    expect(y).toEqual([0.5, 0.5, 0.25, 0.75]);
  });

  it('works along an inner axis', async () => {
    const [y] = await on('softmax', [2, 2], [0, 0, 0, Math.log(3)], { axis: 0 });
    expect(y).toEqual([0.5, 0.25, 0.5, 0.75]);
  });

  it('gives NaN beside NaN or Infinity and where nothing is above −Infinity', async () => {
    expect(await on('softmax', [3, 2], [nan, 1, inf, 1, -inf, -inf])).toEqual([
      [nan, nan, nan, nan, nan, nan],
    ]);
    expect(await on('softmax', [1, 2], [-inf, 1])).toEqual([[0, 1]]);
  });
});

describe('logSoftmax', () => {
  it('is the difference to the logarithm of the sum', async () => {
    const half = Math.fround(-Math.LN2);
    expect(await on('logSoftmax', [2, 2], [1000, 1000, -3, -3])).toEqual([
      [half, half, half, half],
    ]);
    expect(await on('logSoftmax', [1, 2], [0, 1000])).toEqual([[-1000, 0]]);
  });

  it('keeps infinities apart', async () => {
    expect(await on('logSoftmax', [3, 2], [inf, 1, -inf, 1, -inf, -inf])).toEqual([
      [nan, -inf, -inf, 0, nan, nan],
    ]);
  });
});

describe('cumsum', () => {
  it('runs either way, with or without the element itself', async () => {
    const run = async (attributes: object) =>
      (await on('cumsum', [4], [1, 2, 3, 4], { axis: 0, ...attributes }))[0];
    expect(await run({})).toEqual([1, 3, 6, 10]);
    expect(await run({ exclusive: true })).toEqual([0, 1, 3, 6]);
    expect(await run({ reverse: true })).toEqual([10, 9, 7, 4]);
    expect(await run({ exclusive: true, reverse: true })).toEqual([9, 7, 4, 0]);
  });

  it('runs along an outer axis', async () => {
    expect(await on('cumsum', [2, 3], [1, 2, 3, 4, 5, 6], { axis: 0 })).toEqual([
      [1, 2, 3, 5, 7, 9],
    ]);
  });
});

describe('topK', () => {
  it('orders by value, then by index, with NaN the greatest', async () => {
    const x = [3, nan, 1, 3, inf, -2];
    expect(await on('topK', [6], x, { k: 4 })).toEqual([
      [nan, inf, 3, 3],
      [1, 4, 0, 3],
    ]);
    expect(await on('topK', [6], x, { k: 6, largest: false })).toEqual([
      [-2, 1, 3, 3, inf, nan],
      [5, 2, 0, 3, 4, 1],
    ]);
    expect(await on('topK', [6], x, { k: 0 })).toEqual([[], []]);
  });

  it('takes any axis', async () => {
    expect(await on('topK', [3, 2], [1, 6, 5, 2, 3, 4], { k: 2, axis: 0 })).toEqual([
      [5, 6, 3, 4],
      [1, 0, 2, 2],
    ]);
  });
});

describe('oneHot', () => {
  it('counts negative indices from the end and drops those outside', async () => {
    const indices = tensor('int32', [4], [1, -1, 3, -4]);
    const [y] = await runKernel('oneHot', { indices }, { depth: 3, on: 5, off: -1 });
    expect([...y!.data]).toEqual([-1, 5, -1, -1, -1, 5, -1, -1, -1, -1, -1, -1]);
    const [z] = await runKernel(
      'oneHot',
      { indices },
      { depth: 3, axis: 0, dtype: 'uint8', on: 300 },
    );
    expect([...z!.data]).toEqual([0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0]);
  });
});
