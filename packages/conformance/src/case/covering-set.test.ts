import { describe, expect, it } from 'vitest';
import { coveringSet } from './covering-set.js';
import { convolutionSettings } from './convolution-grid.js';

function missing(
  parameters: Readonly<Record<string, readonly unknown[]>>,
  rows: readonly object[],
): string[] {
  const names = Object.keys(parameters);
  const gaps: string[] = [];
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) {
      for (const left of parameters[a]!) {
        for (const right of parameters[b]!) {
          const present = rows.some((row) => {
            const settings = row as Record<string, unknown>;
            return settings[a] === left && settings[b] === right;
          });
          if (!present) gaps.push(`${a}=${String(left)} ${b}=${String(right)}`);
        }
      }
    }
  });
  return gaps;
}

describe('a covering set', () => {
  const parameters = { a: [1, 2, 3], b: ['x', 'y'], c: [true, false], d: [0, 1, 2, 3] };

  it('has every pair in few rows', () => {
    const rows = coveringSet(parameters, 2);
    expect(missing(parameters, rows)).toEqual([]);
    expect(rows.length).toBeLessThanOrEqual(14);
  });

  it('has every triple, every combination of two included', () => {
    const rows = coveringSet(parameters, 3);
    const triples = new Set(rows.map(({ a, b, d }) => `${a}${b}${d}`));
    expect(triples.size).toBe(24);
    expect(missing(parameters, rows)).toEqual([]);
    expect(rows.length).toBeLessThan(48);
  });

  it('is the same every time', () => {
    expect(coveringSet(parameters, 2)).toEqual(coveringSet(parameters, 2));
  });

  it('holds every pair of the convolution settings', () => {
    expect(missing(convolutionSettings, coveringSet(convolutionSettings, 3))).toEqual([]);
  });
});
