import { coordinatesOf, positionOf } from './coordinates.js';
import { blank, type Exact } from './exact.js';

/**
 * A tensor of another shape whose element at each place is an element of x: the one at the
 * coordinates that `from` gives, or `fill` where it gives none.
 */
export function rearrange(
  x: Exact,
  shape: readonly number[],
  from: (coordinates: readonly number[]) => readonly number[] | undefined,
  fill = 0,
): Exact {
  const y = blank(x.dtype, shape);
  for (let at = 0; at < y.value.length; at++) {
    const origin = from(coordinatesOf(at, shape));
    const position = origin === undefined ? undefined : positionOf(origin, x.shape);
    y.value[at] = position === undefined ? fill : x.value[position]!;
    y.error[at] = position === undefined ? 0 : x.error[position]!;
  }
  return y;
}

/** The same elements in the same order under another shape. */
export function reshaped(x: Exact, shape: readonly number[]): Exact {
  return { dtype: x.dtype, shape: [...shape], value: x.value.slice(), error: x.error.slice() };
}
