import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';
import type { Exact } from '../exact.js';

/** Resizes one row of pixels of one channel. */
function row(pixels: readonly number[], to: number, attributes: object): Exact {
  const x = tensor('float32', [1, 1, pixels.length, 1], pixels);
  return evaluateNode('resize2d', { x }, { size: [1, to], ...attributes })[0]!;
}

/** The largest distance of the result from the values wanted. */
function apart({ value }: Exact, wanted: readonly number[]): number {
  if (value.length !== wanted.length) return Infinity;
  return Math.max(...wanted.map((v, i) => Math.abs(value[i]! - v)));
}

describe('resize2d', () => {
  it('places pixels by each rule', () => {
    const of = (coordinates: string) => row([0, 10, 20], 6, { mode: 'bilinear', coordinates });
    // (i + ½)/2 − ½ = −¼, ¼, ¾, 1¼, 1¾, 2¼
    expect(apart(of('halfPixel'), [0, 2.5, 7.5, 12.5, 17.5, 20])).toBeLessThan(1e-12);
    // i·2/5
    expect(apart(of('alignCorners'), [0, 4, 8, 12, 16, 20])).toBeLessThan(1e-12);
    // i/2
    expect(apart(of('asymmetric'), [0, 5, 10, 15, 20, 20])).toBeLessThan(1e-12);
  });

  it('has a rule of its own for a single pixel', () => {
    // (0 + ½)·3 − ½ = 1, and 0 for pytorchHalfPixel and alignCorners
    const of = (coordinates: string) =>
      [...row([3, 5, 9], 1, { mode: 'bilinear', coordinates }).value][0];
    expect(['halfPixel', 'pytorchHalfPixel', 'alignCorners', 'asymmetric'].map(of)).toEqual([
      5, 3, 3, 3,
    ]);
  });

  it('rounds to the nearest pixel by each rule', () => {
    // places ½, 2½, 4½ of 6 to 3 by halves
    const of = (nearestRounding: string) => [
      ...row([0, 1, 2, 3, 4, 5], 3, { mode: 'nearest', nearestRounding, scales: [1, 0.5] }).value,
    ];
    expect(of('roundPreferFloor')).toEqual([0, 2, 4]);
    expect(of('roundPreferCeil')).toEqual([1, 3, 5]);
    expect(of('floor')).toEqual([0, 2, 4]);
    expect(of('ceil')).toEqual([1, 3, 5]);
  });

  it('weighs four pixels by the cubic kernel', () => {
    // place 1½ of [0, 1, 4, 9] with a = −½: −1/16, 9/16, 9/16, −1/16
    const y = row([0, 1, 4, 9], 4, {
      mode: 'cubic',
      cubicCoefficient: -0.5,
      coordinates: 'asymmetric',
      scales: [1, 2],
    });
    expect(y.value[3]).toBeCloseTo((9 * 1 + 9 * 4 - 9) / 16, 12);
    // place ½: the first pixel stands in for the one before it
    expect(y.value[1]).toBeCloseTo((9 * 1 - 4) / 16, 12);
  });

  it('admits either pixel where float32 may round a place across a half', () => {
    // places (i + ½)/1.5 − ½ = −⅙, ½, 1⅙: the middle one is a tie that no float32 arithmetic hits for sure
    const y = row([1, 8], 3, { mode: 'nearest' });
    expect([...y.value]).toEqual([1, 1, 8]);
    expect([...y.error]).toEqual([0, 7, 0]);
  });

  it('is exact about ties where the scale is a power of two', () => {
    expect([...row([1, 8, 3, 4], 2, { mode: 'nearest' }).error]).toEqual([0, 0]);
  });
});
