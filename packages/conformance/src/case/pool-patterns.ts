import type { Tag } from './case.js';
import { counting, declared, normal, type Source, strewn } from './source.js';

interface PoolPattern {
  readonly name: string;
  readonly operands: { readonly x: Source };
  readonly attributes: {
    readonly kernel: number | readonly [number, number];
    readonly strides?: number | readonly [number, number];
    readonly dilations?: number | readonly [number, number];
    readonly padding?:
      | 'valid'
      | 'same'
      | 'sameLower'
      | {
          readonly top: number;
          readonly bottom: number;
          readonly left: number;
          readonly right: number;
        };
    readonly ceilMode?: boolean;
  };
  readonly tags?: readonly Tag[];
}

const all = (pixels: number) => ({ top: pixels, bottom: pixels, left: pixels, right: pixels });

/** Windows that every pool is tried with. */
export function poolPatterns(): readonly PoolPattern[] {
  const x = normal([2, 7, 6, 3]);
  const skew = { top: 1, bottom: 0, left: 2, right: 1 };
  const kinds = ['valid', 'same', 'sameLower'] as const;
  return [
    {
      name: '2 × 2 by 2',
      operands: { x: normal([1, 8, 8, 4]) },
      attributes: { kernel: 2, strides: 2 },
    },
    {
      name: '3 × 3 by 2, padded by 1',
      operands: { x },
      attributes: { kernel: 3, strides: 2, padding: all(1) },
    },
    {
      name: '3 × 3 by 1, padded by 1',
      operands: { x },
      attributes: { kernel: 3, padding: all(1) },
    },
    ...kinds.flatMap((padding) =>
      [1, 2, 3].map((strides) => ({
        name: `3 × 3 by ${strides}, ${padding}`,
        operands: { x },
        attributes: { kernel: 3, strides, padding },
      })),
    ),
    ...(['same', 'sameLower'] as const).map((padding) => ({
      name: `2 × 2 by 2 of odd sizes, ${padding}`,
      operands: { x: normal([1, 7, 5, 2]) },
      attributes: { kernel: 2, strides: 2, padding },
    })),
    { name: '1 × 1 by 1', operands: { x }, attributes: { kernel: 1 } },
    { name: '1 × 1 by 2', operands: { x }, attributes: { kernel: 1, strides: 2 } },
    { name: '2 × 3 by 3 × 1', operands: { x }, attributes: { kernel: [2, 3], strides: [3, 1] } },
    { name: '1 × 5', operands: { x }, attributes: { kernel: [1, 5] } },
    { name: '5 × 1 same', operands: { x }, attributes: { kernel: [5, 1], padding: 'same' } },
    { name: 'the whole map', operands: { x }, attributes: { kernel: [7, 6] } },
    {
      name: 'padded unevenly',
      operands: { x },
      attributes: { kernel: 3, strides: 2, padding: skew },
    },
    { name: 'dilated', operands: { x }, attributes: { kernel: 3, dilations: 2 } },
    {
      name: 'dilated unevenly',
      operands: { x },
      attributes: { kernel: [2, 3], dilations: [3, 2], strides: [2, 1] },
    },
    {
      name: 'dilated, same',
      operands: { x },
      attributes: { kernel: 3, dilations: 2, strides: 2, padding: 'same' },
    },
    {
      name: 'dilated, sameLower',
      operands: { x },
      attributes: { kernel: 2, dilations: 3, strides: 2, padding: 'sameLower' },
    },
    { name: 'ceil', operands: { x }, attributes: { kernel: 2, strides: 2, ceilMode: true } },
    {
      name: 'ceil, 3 × 3 by 2',
      operands: { x: normal([1, 6, 8, 2]) },
      attributes: { kernel: 3, strides: 2, ceilMode: true },
    },
    {
      name: 'ceil, padded',
      operands: { x },
      attributes: { kernel: 3, strides: 2, padding: all(1), ceilMode: true },
    },
    {
      name: 'ceil, a window that would see no pixel',
      operands: { x: normal([1, 5, 5, 2]) },
      attributes: {
        kernel: 2,
        strides: 3,
        padding: { top: 0, bottom: 1, left: 1, right: 1 },
        ceilMode: true,
      },
    },
    {
      name: 'ceil, nothing left over',
      operands: { x: normal([1, 6, 4, 2]) },
      attributes: { kernel: 2, strides: 2, ceilMode: true },
    },
    {
      name: 'ceil, dilated',
      operands: { x: normal([1, 8, 9, 2]) },
      attributes: { kernel: 2, strides: 3, dilations: 2, ceilMode: true },
    },
    {
      name: 'ceil, same',
      operands: { x },
      attributes: { kernel: 2, strides: 2, padding: 'same', ceilMode: true },
    },
    { name: 'strides past the kernel', operands: { x }, attributes: { kernel: 2, strides: 4 } },
    {
      name: 'counting up',
      operands: { x: counting('float32', [1, 4, 4, 2]) },
      attributes: { kernel: 2, strides: 1 },
    },
    {
      name: 'one pixel, same',
      operands: { x: normal([1, 1, 1, 5]) },
      attributes: { kernel: 3, strides: 2, padding: 'same' },
    },
    {
      name: 'all negative, padded',
      operands: { x: { ...x, fill: (r) => -1 - r.next() } },
      attributes: { kernel: 3, padding: all(1) },
    },
    {
      name: 'NaN',
      operands: { x: strewn([1, 5, 5, 2], [NaN], 13) },
      attributes: { kernel: 3, padding: 'same' },
      tags: ['edge'],
    },
    {
      name: 'infinities',
      operands: { x: strewn([1, 5, 5, 2], [-Infinity, Infinity], 9) },
      attributes: { kernel: 2, padding: 'same' },
      tags: ['edge'],
    },
    {
      name: 'no images',
      operands: { x: normal([0, 4, 4, 2]) },
      attributes: { kernel: 2, strides: 2 },
      tags: ['zeroSize'],
    },
    {
      name: 'no channels',
      operands: { x: normal([1, 4, 4, 0]) },
      attributes: { kernel: 2, strides: 2 },
      tags: ['zeroSize'],
    },
    {
      name: 'symbolic',
      operands: { x: declared(normal([2, 6, 5, 3]), ['batch', 'H', 'W', 3]) },
      attributes: { kernel: 2, strides: 2, padding: 'same' },
      tags: ['symbolic'],
    },
    {
      name: 'symbolic, ceil',
      operands: { x: declared(normal([2, 6, 5, 3]), ['batch', 'H', 'W', 3]) },
      attributes: { kernel: 3, strides: 2, ceilMode: true },
      tags: ['symbolic'],
    },
  ];
}
