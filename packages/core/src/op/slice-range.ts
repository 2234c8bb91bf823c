import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';

/** A bound at or past this, of either sign, stands for "as far as the axis goes". */
const far = 2 ** 31 - 1;

/**
 * The number of elements that NumPy's `start:end:step` takes from an axis of `n`.
 *
 * A negative bound counts from the end and a bound past the axis is cut to it, so a positive step
 * takes `ceil((min(end, n) − max(start, 0)) / step)`, or none if that is negative. A symbolic bound
 * counts from the start unless it is negative for all sizes, and a symbolic count is taken to be at
 * least 0; binding the sizes decides both anew.
 */
export function sliceCount(start: Dim, end: Dim, step: number, n: Dim): Dim {
  const low = walked(start, step, n);
  const high = walked(end, step, n);
  const ends = [high, n];
  // min(high, n) − max(low, 0) as one min, so that symbols cancel: [1:] of H takes H − 1.
  const rooms = ends.map((to) => dim.subtract(to, low));
  const startsInside = step > 0 && !isFromEnd(start);
  const count = dim.ceilDiv(dim.min(...rooms, ...(startsInside ? [] : ends)), Math.abs(step));
  return typeof count === 'number' ? Math.max(0, count) : count;
}

/** How many elements lie before a bound in the direction of the step. */
function walked(bound: Dim, step: number, n: Dim): Dim {
  const place = fromStart(bound, step, n);
  return step > 0 ? place : dim.subtract(dim.subtract(n, 1), place);
}

function fromStart(bound: Dim, step: number, n: Dim): Dim {
  const last = step > 0 ? n : dim.subtract(n, 1);
  if (typeof bound === 'number' && bound >= far) return last;
  if (typeof bound === 'number' && bound <= -far) return dim.subtract(last, n);
  return isFromEnd(bound) ? dim.add(bound, n) : bound;
}

function isFromEnd(bound: Dim): boolean {
  return (dim.lowerBound(dim.subtract(-1, bound)) ?? -1) >= 0;
}
