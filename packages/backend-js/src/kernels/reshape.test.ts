import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

describe('the view kernels', () => {
  it.each([
    ['reshape', { shape: [3, -1] }, [3, 2]],
    ['flatten', { axis: 0 }, [1, 6]],
    ['expandDims', { axes: [0, -1] }, [1, 1, 2, 3, 1]],
    ['squeeze', {}, [2, 3]],
  ])('%s keeps the elements in their order', async (op, attributes, shape) => {
    const x = tensor('int32', [1, 2, 3], [1, 2, 3, 4, 5, 6]);
    expect(await runKernel(op, { x }, attributes)).toEqual([
      tensor('int32', shape, [1, 2, 3, 4, 5, 6]),
    ]);
  });
});
