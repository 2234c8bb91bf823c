import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runKernel } from '../testing/run-kernel.js';

async function resize(
  values: readonly number[],
  columns: number,
  attributes: Readonly<Record<string, unknown>>,
) {
  const x = tensor('float32', [1, 1, values.length, 1], values);
  const [y] = await runKernel('resize2d', { x }, { size: [1, columns], ...attributes });
  return [...y!.data];
}

describe('the resize2d kernel', () => {
  it('interpolates between the two nearest pixels', async () => {
    // halfPixel places of 4 columns in 2: −¼, ¼, ¾, 1¼.
    expect(await resize([0, 4], 4, {})).toEqual([0, 1, 3, 4]);
    // asymmetric: 0, ½, 1, 1½.
    expect(await resize([0, 4], 4, { coordinates: 'asymmetric' })).toEqual([0, 2, 4, 4]);
    // alignCorners: 0, ½, 1.
    expect(await resize([0, 4], 3, { coordinates: 'alignCorners' })).toEqual([0, 2, 4]);
  });

  it('places a single pixel where each map says', async () => {
    const one = (coordinates: string) => resize([0, 4, 9], 1, { coordinates });
    expect(await one('halfPixel')).toEqual([4]);
    expect(await one('pytorchHalfPixel')).toEqual([0]);
    expect(await one('alignCorners')).toEqual([0]);
    expect(await one('asymmetric')).toEqual([0]);
  });

  it('takes the nearest pixel with each rounding', async () => {
    const nearest = (nearestRounding: string) =>
      resize([1, 2, 3], 6, { mode: 'nearest', coordinates: 'asymmetric', nearestRounding });
    // Places 0, ½, 1, 1½, 2, 2½.
    expect(await nearest('floor')).toEqual([1, 1, 2, 2, 3, 3]);
    expect(await nearest('ceil')).toEqual([1, 2, 2, 3, 3, 3]);
    expect(await nearest('roundPreferFloor')).toEqual([1, 1, 2, 2, 3, 3]);
    expect(await nearest('roundPreferCeil')).toEqual([1, 2, 2, 3, 3, 3]);
  });

  it('weighs four pixels by the cubic kernel', async () => {
    // The place is 1½: k(1½), k(½), k(½), k(1½) = −3/32, 19/32, 19/32, −3/32 for a = −¾.
    const y = await resize([1, 2, 4, 8], 1, { mode: 'cubic' });
    expect(y).toEqual([(-3 * 1 + 19 * 2 + 19 * 4 - 3 * 8) / 32]);
    const sharp = await resize([1, 2, 4, 8], 1, { mode: 'cubic', cubicCoefficient: -0.5 });
    // k(½) = 9/16, k(1½) = −1/16 for a = −½.
    expect(sharp).toEqual([(-1 + 18 + 36 - 8) / 16]);
  });

  it('uses a given scale in place of the ratio of sizes', async () => {
    // 5 columns of 2 at a scale of 2.5 lie at i / 2.5: 0, 0.4, 0.8, 1.2, 1.6.
    const attributes = { mode: 'nearest', coordinates: 'asymmetric', nearestRounding: 'floor' };
    expect(await resize([1, 2], 5, { ...attributes, scales: [1, 2.5] })).toEqual([1, 1, 1, 2, 2]);
    // At a scale of 4 the first four share a pixel.
    expect(await resize([1, 2], 5, { ...attributes, scales: [1, 4] })).toEqual([1, 1, 1, 1, 2]);
  });

  it('resizes rows, channels and images', async () => {
    const x = tensor('float32', [2, 2, 1, 2], [0, 10, 4, 50, 1, 2, 5, 6]);
    const [y] = await runKernel('resize2d', { x }, { size: [4, 1] });
    expect([...y!.data]).toEqual([0, 10, 1, 20, 3, 40, 4, 50, 1, 2, 2, 3, 4, 5, 5, 6]);
    const [near] = await runKernel('resize2d', { x }, { size: [1, 2], mode: 'nearest' });
    expect([...near!.data]).toEqual([0, 10, 0, 10, 1, 2, 1, 2]);
  });

  it('shrinks rows that share no pixel', async () => {
    const x = tensor('float32', [1, 8, 1, 1], [0, 2, 4, 6, 8, 10, 12, 14]);
    const [y] = await runKernel('resize2d', { x }, { size: [2, 1] });
    expect([...y!.data]).toEqual([3, 11]);
    const [cubic] = await runKernel('resize2d', { x }, { size: [4, 1], mode: 'cubic' });
    // Places ½, 2½, 4½, 6½: inside, a straight line stays one.
    expect([...cubic!.data].slice(1, 3)).toEqual([5, 9]);
  });

  it('makes nothing of nothing', async () => {
    const x = tensor('float32', [1, 0, 2, 3]);
    const [y] = await runKernel('resize2d', { x }, { size: [0, 4] });
    expect(y!.shape).toEqual([1, 0, 4, 3]);
  });
});
