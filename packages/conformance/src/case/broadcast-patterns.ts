import type { Pattern } from './pattern.js';
import { constant, declared, type Source, values } from './source.js';

/** Makes an operand of a shape. */
export type Make = (shape: readonly number[]) => Source;

/** Every way in which the shapes of two operands may meet. */
export function broadcastPatterns(
  first: Make,
  second: Make = first,
): readonly Pattern<'a' | 'b'>[] {
  const both = (a: readonly number[], b: readonly number[]) => ({
    operands: { a: first(a), b: second(b) },
  });
  return [
    { name: 'same shape', ...both([2, 3, 4, 5], [2, 3, 4, 5]) },
    { name: 'a scalar second', ...both([2, 3, 4], []) },
    { name: 'a scalar first', ...both([], [2, 3, 4]) },
    { name: 'two scalars', ...both([], []) },
    { name: 'a channel vector second', ...both([2, 3, 4, 5], [5]) },
    { name: 'a channel vector first', ...both([5], [2, 3, 4, 5]) },
    { name: 'leading ones', ...both([1, 1, 4], [2, 3, 4]) },
    { name: 'a column and a row', ...both([4, 1], [1, 5]) },
    { name: 'both stretch', ...both([2, 1, 4], [2, 3, 1]) },
    { name: 'ranks differ, both stretch', ...both([3, 1], [2, 1, 4]) },
    { name: 'one number for a channel of an image', ...both([2, 3, 2, 4], [2, 1, 1, 4]) },
    { name: 'ones against a scalar', ...both([1, 1], []) },
    { name: 'rank 5', ...both([2, 1, 2, 1, 3], [1, 2, 2, 2, 1]) },
    { name: 'a constant second', operands: { a: first([2, 3]), b: constant(second([3])) } },
    { name: 'a constant first', operands: { a: constant(first([3])), b: second([2, 3]) } },
    { name: 'no rows', ...both([0, 4], [4]), tags: ['zeroSize'] },
    { name: 'one stretched to none', ...both([2, 1], [2, 0]), tags: ['zeroSize'] },
    {
      name: 'symbolic',
      operands: { a: declared(first([3, 4]), ['batch', 'C']), b: declared(second([4]), ['C']) },
      tags: ['symbolic'],
    },
  ];
}

/** The patterns an op is tried on again in another dtype. */
export function fewBroadcasts(first: Make, second: Make = first): readonly Pattern<'a' | 'b'>[] {
  const few = [
    'same shape',
    'a scalar second',
    'a channel vector first',
    'both stretch',
    'no rows',
  ];
  return broadcastPatterns(first, second).filter((pattern) => few.includes(pattern.name));
}

/** Each number of a list with each. */
export function everyPair(
  dtype: Source['dtype'],
  first: readonly number[],
  second: readonly number[] = first,
): Readonly<Record<'a' | 'b', Source>> {
  return {
    a: values(dtype, [first.length, 1], first),
    b: values(dtype, [1, second.length], second),
  };
}
