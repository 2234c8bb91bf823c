/**
 * How far `f(x)` moves when x is off by up to `error`: 0 or finite, or `Infinity` when f may change
 * class (from a number to NaN, say).
 *
 * Looks at the two ends, which is right for an f that is monotone over so short an interval; a
 * turning point inside adds terms of second order only.
 */
export function propagate(f: (x: number) => number, x: number, error: number): number {
  if (error === 0) return 0;
  if (!Number.isFinite(error)) return Infinity;
  if (!Number.isFinite(x)) return 0;
  const middle = f(x);
  return Math.max(distance(f(x - error), middle), distance(f(x + error), middle));
}

/** `|a − b|` where the same class is no distance and different classes are infinitely far apart. */
export function distance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  return Number.isFinite(a) && Number.isFinite(b) ? Math.abs(a - b) : Infinity;
}
