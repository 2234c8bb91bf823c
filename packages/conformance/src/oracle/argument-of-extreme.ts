import { axisOf } from './coordinates.js';
import type { Exact } from './exact.js';
import { mayTrade } from './pick.js';
import { reduceGroups } from './reduce.js';
import type { Running } from './running-error.js';

interface Attributes {
  readonly axis: number;
  readonly keepDims: boolean;
  readonly selectLast: boolean;
}

/** Index of the extreme along an axis; NaN is more extreme than any number. */
export function argumentOfExtreme(
  x: Exact,
  { axis, keepDims, selectLast }: Attributes,
  sign: 1 | -1,
): Exact {
  const axes = [axisOf(axis, x.shape.length)];
  return reduceGroups(x, { axes, keepDims }, 'int32', (terms) => {
    let best = 0;
    terms.forEach((term, i) => {
      const beats = order(term, terms[best]!, sign);
      if (beats > 0 || (beats === 0 && selectLast)) best = i;
    });
    const open = terms.some((term, i) => i !== best && mayTrade(term, terms[best]!));
    return { value: best, error: open ? Infinity : 0 };
  });
}

function order(a: Running, b: Running, sign: 1 | -1): number {
  const aIsNaN = Number.isNaN(a.value);
  const bIsNaN = Number.isNaN(b.value);
  if (aIsNaN || bIsNaN) return Number(aIsNaN) - Number(bIsNaN);
  return a.value === b.value ? 0 : sign * (a.value - b.value);
}
