import type { GroupCounts } from './results.js';

/** What stands behind a count for each verdict but native, whose counts stand alone. */
export const marks: Readonly<Record<string, string>> = {
  native: '',
  decomposed: 'd',
  unsupported: 'u',
  expectedFailure: 'x',
  failed: 'F',
  fallback: 'F',
  notRun: '–',
};

/** Counts as a cell shows them: `25`, `25 d`, `20 · 5 u`; empty where nothing ran. */
export function cell(counts: GroupCounts = {}): string {
  return Object.entries(marks)
    .filter(([verdict]) => (counts[verdict] ?? 0) > 0)
    .map(([verdict, mark]) => `${counts[verdict]} ${mark}`.trim())
    .join(' · ');
}

/** The counts of several groups together. */
export function added(counts: readonly GroupCounts[]): GroupCounts {
  const sums: Record<string, number> = {};
  for (const one of counts) {
    for (const [verdict, count] of Object.entries(one)) {
      sums[verdict] = (sums[verdict] ?? 0) + count;
    }
  }
  return sums;
}
