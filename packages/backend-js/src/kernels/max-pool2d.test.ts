import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const map = tensor('float32', [1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]);

async function pool(attributes: Readonly<Record<string, unknown>>, x = map) {
  const [y] = await runKernel('maxPool2d', { x }, attributes);
  return [...y!.data];
}

describe('the maxPool2d kernel', () => {
  it('takes the greatest pixel of each window', async () => {
    expect(await pool({ kernel: 2 })).toEqual([5, 6, 8, 9]);
    expect(await pool({ kernel: [1, 3], strides: 2 })).toEqual([3, 9]);
    expect(await pool({ kernel: 2, dilations: 2 })).toEqual([9]);
  });

  it('never takes padding, on the side each kind puts it', async () => {
    const negative = tensor('float32', [1, 3, 3, 1], [-1, -2, -3, -4, -5, -6, -7, -8, -9]);
    expect(await pool({ kernel: 2, padding: 'same' }, negative)).toEqual([
      -1, -2, -3, -4, -5, -6, -7, -8, -9,
    ]);
    expect(await pool({ kernel: 2, padding: 'sameLower' }, negative)).toEqual([
      -1, -1, -2, -1, -1, -2, -4, -4, -5,
    ]);
  });

  it('rounds up in ceil mode', async () => {
    expect(await pool({ kernel: 2, strides: 2, ceilMode: true })).toEqual([5, 6, 8, 9]);
    expect(await pool({ kernel: 2, strides: 2 })).toEqual([5]);
  });

  it('passes NaN on wherever it lies under the window', async () => {
    const x = tensor('float32', [1, 1, 4, 1], [NaN, 1, 2, -Infinity]);
    expect(await pool({ kernel: [1, 2] }, x)).toEqual([NaN, 2, 2]);
    const y = tensor('float32', [1, 1, 3, 1], [1, NaN, 2]);
    expect(await pool({ kernel: [1, 3] }, y)).toEqual([NaN]);
  });

  it('keeps channels and images apart', async () => {
    const x = tensor('float32', [2, 1, 2, 2], [1, 8, 2, 7, 3, 6, 4, 5]);
    expect(await pool({ kernel: [1, 2] }, x)).toEqual([2, 8, 4, 6]);
  });

  it('gives −Infinity for a window on no pixel, and nothing for no window', async () => {
    const one = tensor('float32', [1, 1, 1, 1], [3]);
    const padding = { top: 0, bottom: 0, left: 1, right: 1 };
    expect(await pool({ kernel: [1, 2], dilations: [1, 2], padding }, one)).toEqual([-Infinity]);
    expect(await pool({ kernel: 1 }, tensor('float32', [0, 2, 2, 3]))).toEqual([]);
    expect(await pool({ kernel: 2, padding: 'same' }, tensor('float32', [1, 0, 2, 3]))).toEqual([]);
  });
});
