import { isOpen } from './pairwise.js';
import type { Running } from './running-error.js';

/**
 * Places of the terms from most to least extreme: NaN counts as the largest, equal terms keep their
 * order, −0 equals 0.
 */
export function ranked(terms: readonly Running[], largest: boolean): number[] {
  const sign = largest ? -1 : 1;
  return [...terms.keys()].sort(
    (i, j) => sign * compare(terms[i]!.value, terms[j]!.value) || i - j,
  );
}

function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whether the errors leave open which of two terms comes first. */
export function mayTrade(a: Running, b: Running): boolean {
  if (a.error === Infinity || b.error === Infinity) return true;
  if (Number.isNaN(a.value) || Number.isNaN(b.value)) return false;
  return isOpen(a, b);
}
