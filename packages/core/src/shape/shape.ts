import { ShapeMismatchError } from '../errors/errors.js';
import * as dim from './dimension.js';
import type { Dim } from './dimension.js';

/** The extents of a value, outermost first; any of them may be an expression. */
export type Shape = readonly Dim[];

/** `[batch, 224, 3]`, as messages and printed graphs show it. */
export function shapeText(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** Whether no dimension is symbolic. */
export function isConcrete(shape: Shape): shape is readonly number[] {
  return shape.every((d) => typeof d === 'number');
}

/** Whether two shapes are equal for every value of their symbols. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((d, axis) => d === b[axis]);
}

/**
 * NumPy broadcasting: shapes align at the right, an extent of 1 stretches.
 *
 * Two different symbolic extents may turn out equal or 1 at run time, so their result is `max` of
 * both; binding the sizes checks them again.
 *
 * @throws ShapeMismatchError when two numbers differ and neither is 1
 */
export function broadcast(...shapes: readonly Shape[]): Shape {
  const rank = Math.max(0, ...shapes.map((s) => s.length));
  const result: Dim[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const extents = shapes.map((s) => s[axis - rank + s.length] ?? 1);
    result.push(extents.reduce((a, b) => broadcastExtent(a, b, shapes)));
  }
  return result;
}

function broadcastExtent(a: Dim, b: Dim, shapes: readonly Shape[]): Dim {
  if (a === b || b === 1) return a;
  if (a === 1) return b;
  if (typeof a === 'number' && typeof b === 'number') {
    throw new ShapeMismatchError(`shapes ${shapes.map(shapeText).join(' and ')} do not broadcast`);
  }
  if (typeof a === 'number') return a;
  if (typeof b === 'number') return b;
  return dim.max(a, b);
}

/**
 * A non-negative axis below `rank` from one that may count from the end.
 *
 * @throws ShapeMismatchError when it is out of range
 */
export function resolveAxis(axis: number, rank: number): number {
  const resolved = axis < 0 ? axis + rank : axis;
  if (!Number.isInteger(axis) || resolved < 0 || resolved >= rank) {
    throw new ShapeMismatchError(`axis ${axis} is outside a value of rank ${rank}`);
  }
  return resolved;
}

/** Row-major strides in elements. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides: number[] = Array.from({ length: shape.length }, () => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  }
  return strides;
}
