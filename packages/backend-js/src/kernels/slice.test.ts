import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const x = tensor('int32', [2, 5], [0, 1, 2, 3, 4, 10, 11, 12, 13, 14]);

async function slice(
  axes: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  steps: readonly number[],
) {
  const [y] = await runKernel('slice', { x }, { axes, starts, ends, steps });
  return [...y!.data];
}

describe('the slice kernel', () => {
  it('takes ranges with steps of either sign', async () => {
    expect(await slice([1], [1], [4], [2])).toEqual([1, 3, 11, 13]);
    expect(await slice([1], [-1], [-4], [-2])).toEqual([4, 2, 14, 12]);
    expect(await slice([0, 1], [-1, 3], [-99, 2 ** 31], [-1, 1])).toEqual([13, 14, 3, 4]);
  });

  it('cuts bounds to the axis', async () => {
    expect(await slice([1], [-99], [1], [1])).toEqual([0, 10]);
    expect(await slice([1], [99], [3], [-1])).toEqual([4, 14]);
    expect(await slice([1], [3], [2], [1])).toEqual([]);
    expect(await slice([1], [2 ** 31], [-(2 ** 31)], [-4])).toEqual([4, 0, 14, 10]);
  });

  it('takes all of it', async () => {
    expect(await slice([0, 1], [0, 0], [2, 5], [1, 1])).toEqual([...x.data]);
    expect(await slice([], [], [], [])).toEqual([...x.data]);
  });
});
