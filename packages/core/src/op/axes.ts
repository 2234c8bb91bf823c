import { ShapeMismatchError } from '../errors/errors.js';
import { resolveAxis } from '../shape/shape.js';

/**
 * Axes of a value of `rank` dimensions, each counted from the start.
 *
 * @throws ShapeMismatchError when one is out of range or named twice
 */
export function resolveAxes(axes: readonly number[], rank: number): readonly number[] {
  const resolved = axes.map((axis) => resolveAxis(axis, rank));
  if (new Set(resolved).size < axes.length) {
    throw new ShapeMismatchError(`axes [${axes.join(', ')}] name an axis twice`);
  }
  return resolved;
}

/** Where an axis of `transpose(x, permutation)` lies in x. */
export function axisBefore(axis: number, permutation: readonly number[]): number {
  return permutation[resolveAxis(axis, permutation.length)]!;
}

/** What belongs to the axes of `transpose(x, permutation)`, in the order of the axes of x. */
export function listBefore<T>(list: readonly T[], permutation: readonly number[]): readonly T[] {
  return permutation.map((_, axis) => list[permutation.indexOf(axis)]!);
}
