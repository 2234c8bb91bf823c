import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

describe('the split kernel', () => {
  it('cuts every row into parts', async () => {
    const x = tensor('uint8', [2, 3], [1, 2, 3, 4, 5, 6]);
    expect(await runKernel('split', { x }, { axis: -1, sizes: [1, 0, 2] })).toEqual([
      tensor('uint8', [2, 1], [1, 4]),
      tensor('uint8', [2, 0]),
      tensor('uint8', [2, 2], [2, 3, 5, 6]),
    ]);
  });

  it('cuts the first axis', async () => {
    const x = tensor('float32', [3, 2], [1, 2, 3, 4, 5, 6]);
    const [a, b] = await runKernel('split', { x }, { axis: 0, sizes: [2, 1] });
    expect([[...a!.data], [...b!.data]]).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });
});
