import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

const map = tensor('float32', [1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]);

async function pool(attributes: Readonly<Record<string, unknown>>, x = map) {
  const [y] = await runKernel('averagePool2d', { x }, attributes);
  return [...y!.data];
}

describe('the averagePool2d kernel', () => {
  it('takes the mean of each window', async () => {
    // (1 + 2 + 4 + 5) / 4 and so on.
    expect(await pool({ kernel: 2 })).toEqual([3, 4, 6, 7]);
    // (1 + 3 + 7 + 9) / 4
    expect(await pool({ kernel: 2, dilations: 2 })).toEqual([5]);
  });

  it('divides by the pixels there are, or by those of the padding too', async () => {
    // Windows: [1 2 4 5], [3 · 6 ·], [7 8 · ·], [9 · · ·].
    expect(await pool({ kernel: 2, strides: 2, padding: 'same' })).toEqual([3, 4.5, 7.5, 9]);
    expect(await pool({ kernel: 2, strides: 2, padding: 'same', countPadding: true })).toEqual([
      3,
      (3 + 6) / 4,
      (7 + 8) / 4,
      9 / 4,
    ]);
  });

  it('in ceil mode never counts what lies past the padding', async () => {
    const attributes = { kernel: 2, strides: 2, ceilMode: true };
    expect(await pool({ ...attributes, countPadding: true })).toEqual([3, 4.5, 7.5, 9]);
    // One column of padding on the left: [· 1 / · 4], [2 3 / 5 6], [· 7], [8 9].
    const padding = { top: 0, bottom: 0, left: 1, right: 0 };
    expect(await pool({ ...attributes, padding, countPadding: true })).toEqual([
      5 / 4,
      16 / 4,
      7 / 2,
      17 / 2,
    ]);
    expect(await pool({ ...attributes, padding })).toEqual([5 / 2, 16 / 4, 7, 17 / 2]);
  });

  it('gives NaN for a window on no pixel, 0 where padding counts', async () => {
    const one = tensor('float32', [1, 1, 1, 1], [3]);
    const padding = { top: 0, bottom: 0, left: 1, right: 1 };
    const attributes = { kernel: [1, 2], dilations: [1, 2], padding };
    expect(await pool(attributes, one)).toEqual([NaN]);
    expect(await pool({ ...attributes, countPadding: true }, one)).toEqual([0]);
  });

  it('keeps channels and images apart', async () => {
    const x = tensor('float32', [2, 1, 2, 2], [1, 8, 2, 7, 3, 6, 4, 5]);
    expect(await pool({ kernel: [1, 2] }, x)).toEqual([1.5, 7.5, 3.5, 5.5]);
  });
});
