import { ShapeMismatchError } from '../errors/errors.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';

/** Whether two extents differ by the same amount whatever their symbols are. */
export function differ(a: Dim, b: Dim): boolean {
  const difference = dim.subtract(a, b);
  return typeof difference === 'number' && difference !== 0;
}

/**
 * The one extent of two that must be equal: the numeric one, if any. Extents that may still turn out
 * equal pass; binding the sizes checks them again.
 *
 * @throws ShapeMismatchError when they cannot be equal
 */
export function agreed(a: Dim, b: Dim, what: string): Dim {
  if (differ(a, b)) throw new ShapeMismatchError(`${what} must be equal, got ${a} and ${b}`);
  return typeof b === 'number' ? b : a;
}

/**
 * `extent / parts`. A symbolic extent that may still divide gives its floor; binding checks it again.
 *
 * @throws ShapeMismatchError when a number leaves a remainder
 */
export function divided(extent: Dim, parts: Dim, what: string): Dim {
  const quotient = dim.exactDiv(extent, parts);
  if (quotient !== undefined) return quotient;
  if (typeof extent === 'number' && typeof parts === 'number') {
    throw new ShapeMismatchError(`${what} ${extent} does not divide by ${parts}`);
  }
  return dim.floorDiv(extent, parts);
}
