import { bytesPerElement, type DType, sizeOf } from '@separable/core';
import { type CopyPlan, planCopy } from './copy-plan.js';
import { copyRows } from './strided-copy.js';

/** A value as rows that hold everything from an axis on. */
export interface Rows {
  readonly count: number;
  readonly length: number;
}

/** The rows of a shape from `axis` on. */
export function rowsFrom(shape: readonly number[], axis: number): Rows {
  return { count: sizeOf(shape.slice(0, axis)), length: sizeOf(shape.slice(axis)) };
}

/**
 * Copies between a value and its parts, which lie one behind the other along an axis.
 *
 * @param isWhole which side the value is on: `source` to cut it, `target` to put it together
 */
export function partCopies(
  whole: readonly number[],
  parts: readonly (readonly number[])[],
  axis: number,
  dtype: DType,
  isWhole: 'source' | 'target',
): readonly CopyPlan[] {
  const { count, length: row } = rowsFrom(whole, axis);
  let start = 0;
  return parts.map((shape) => {
    const { length } = rowsFrom(shape, axis);
    const [inside, apart] = [
      { row, start },
      { row: length, start: 0 },
    ];
    start += length;
    const [from, to] = isWhole === 'source' ? [inside, apart] : [apart, inside];
    return planCopy(copyRows(count, length, from, to), bytesPerElement(dtype));
  });
}

/** Units of several copies. */
export function unitsOfAll(copies: readonly CopyPlan[]): number {
  return copies.reduce((sum, { units }) => sum + units, 0);
}
