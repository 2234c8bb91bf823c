import { sizeOf } from '@separable/core';
import type { StridedCopy } from './strided-copy.js';

/** A value as rows that hold everything from an axis on. */
export interface Rows {
  readonly count: number;
  readonly length: number;
}

/** The rows of a shape from `axis` on. */
export function rowsFrom(shape: readonly number[], axis: number): Rows {
  return { count: sizeOf(shape.slice(0, axis)), length: sizeOf(shape.slice(axis)) };
}

/** Copies a part of each row of one value to a part of each row of another. */
export function copyRows(
  count: number,
  length: number,
  from: { readonly row: number; readonly start: number },
  to: { readonly row: number; readonly start: number },
): StridedCopy {
  return {
    axes: [
      { extent: count, from: from.row, to: to.row },
      { extent: length, from: 1, to: 1 },
    ],
    fromStart: from.start,
    toStart: to.start,
  };
}
