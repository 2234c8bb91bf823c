import { linesAlong } from './coordinates.js';
import { blank, type Exact } from './exact.js';
import { elementOf } from './pairwise.js';
import type { Running } from './running-error.js';

/** Maps every line along an axis to a line of the same length. */
export function mapLines(
  x: Exact,
  axis: number,
  f: (line: readonly Running[]) => readonly Running[],
): Exact {
  const y = blank(x.dtype, x.shape);
  for (const places of linesAlong(x.shape, axis)) {
    f(places.map((place) => elementOf(x, place))).forEach(({ value, error }, i) => {
      y.value[places[i]!] = value;
      y.error[places[i]!] = error;
    });
  }
  return y;
}
