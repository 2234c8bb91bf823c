import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

describe('the expand kernel', () => {
  it('repeats along axes of 1', async () => {
    const x = tensor('float32', [2, 1], [1, 2]);
    const [y] = await runKernel('expand', { x }, { shape: [2, 1, 3] });
    expect(y).toEqual(tensor('float32', [2, 2, 3], [1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2]));
  });

  it('repeats a scalar, or not at all', async () => {
    expect(await runKernel('expand', { x: tensor('uint8', [], [3]) }, { shape: [2, 2] })).toEqual([
      tensor('uint8', [2, 2], [3, 3, 3, 3]),
    ]);
    expect(
      await runKernel('expand', { x: tensor('uint8', [1, 2], [3, 4]) }, { shape: [0, 2] }),
    ).toEqual([tensor('uint8', [0, 2])]);
    expect(
      await runKernel('expand', { x: tensor('uint8', [2], [3, 4]) }, { shape: [1, 1] }),
    ).toEqual([tensor('uint8', [1, 2], [3, 4])]);
  });
});
