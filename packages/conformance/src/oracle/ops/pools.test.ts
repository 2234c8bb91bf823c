import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';
import type { Exact } from '../exact.js';

/** One row of pixels of one channel. */
function row(op: string, pixels: readonly number[], attributes: object): number[] {
  const [y] = evaluateNode(
    op,
    { x: tensor('float32', [1, 1, pixels.length, 1], pixels) },
    { ...attributes },
  );
  return [...y!.value];
}

const across = (left: number, right: number) => ({ top: 0, bottom: 0, left, right });

describe('pools', () => {
  it('slide over rows and columns, each channel by itself', () => {
    const x = tensor(
      'float32',
      [1, 3, 3, 2],
      Array.from({ length: 18 }, (_, i) => i),
    );
    const pool = (op: string): Exact => evaluateNode(op, { x }, { kernel: 2 })[0]!;
    // maxima 8 and 9 of pixels 0, 2, 6, 8 and 1, 3, 7, 9, and so on
    expect([...pool('maxPool2d').value]).toEqual([8, 9, 10, 11, 14, 15, 16, 17]);
    expect([...pool('averagePool2d').value]).toEqual([4, 5, 6, 7, 10, 11, 12, 13]);
    expect(pool('maxPool2d').shape).toEqual([1, 2, 2, 2]);
  });

  it('put the odd pixel of SAME at the end, of sameLower at the start', () => {
    const of = (padding: string) =>
      row('maxPool2d', [1, 2, 3, 4, 5], { kernel: [1, 2], strides: [1, 2], padding });
    // [1 2] [3 4] [5 ·] and [· 1] [2 3] [4 5]
    expect(of('same')).toEqual([2, 4, 5]);
    expect(of('sameLower')).toEqual([1, 3, 5]);
  });

  it('count padding in the mean or do not', () => {
    const of = (countPadding: boolean) =>
      row('averagePool2d', [3, 6], { kernel: [1, 3], padding: across(1, 1), countPadding });
    // [· 3 6] [3 6 ·]
    expect(of(false)).toEqual([4.5, 4.5]);
    expect(of(true)).toEqual([3, 3]);
  });

  it('start one more window in ceil mode, which counts nothing past the padding', () => {
    const window = { kernel: [1, 3], strides: [1, 2] };
    // [1 2 3] [3 4 |]
    expect(row('maxPool2d', [1, 2, 3, 4], { ...window, ceilMode: true })).toEqual([3, 4]);
    expect(row('maxPool2d', [1, 2, 3, 4], window)).toEqual([3]);
    const mean = { ...window, ceilMode: true, countPadding: true };
    expect(row('averagePool2d', [1, 2, 3, 4], mean)).toEqual([2, 3.5]);
    // [· 1 2] [2 3 4] [4 · |]: two taps on map and padding
    expect(row('averagePool2d', [1, 2, 3, 4], { ...mean, padding: across(1, 1) })).toEqual([
      1, 3, 2,
    ]);
  });

  it('leave a window out that would start past the map', () => {
    // [· 1] [3 ·], and no window from the padding at the end on
    const attributes = { kernel: [1, 2], strides: [1, 3], padding: across(1, 1), ceilMode: true };
    expect(row('maxPool2d', [1, 2, 3], attributes)).toEqual([1, 3]);
  });

  it('reach over holes', () => {
    // [1 · 3 · 5] [2 · 4 · 6]
    expect(row('maxPool2d', [5, 1, 2, 9, 0, 3], { kernel: [1, 3], dilations: [1, 2] })).toEqual([
      5, 9,
    ]);
  });

  it('let NaN through and never choose padding', () => {
    expect(
      row('maxPool2d', [-3, NaN, 1, -2], {
        kernel: [1, 2],
        strides: [1, 2],
        padding: across(1, 1),
      }),
    ).toEqual([-3, NaN, -2]);
  });

  it('take the whole map', () => {
    const x = tensor('float32', [1, 2, 2, 2], [1, 8, 2, 7, 3, 6, 6, 5]);
    const of = (op: string, keepDims: boolean) => evaluateNode(op, { x }, { keepDims })[0]!;
    expect([...of('globalAveragePool2d', true).value]).toEqual([3, 6.5]);
    expect(of('globalAveragePool2d', true).shape).toEqual([1, 1, 1, 2]);
    expect([...of('globalMaxPool2d', false).value]).toEqual([6, 8]);
    expect(of('globalMaxPool2d', false).shape).toEqual([1, 2]);
  });
});
