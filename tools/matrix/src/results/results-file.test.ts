import { allCases } from '@separable/conformance';
import { describe, expect, it } from 'vitest';
import { engines } from '../engines.js';
import { readResults } from './results-file.js';

describe('the results behind docs/conformance.md', () => {
  const columns = readResults();

  it('are there for every engine in every place; `pnpm nightly NAME` makes them', () => {
    const wanted = engines.flatMap(({ name, places }) => places.map((place) => [name, place]));
    expect(columns.map(({ engine, place }) => [engine, place])).toEqual(wanted);
  });

  it('claim nothing about cases that are gone', () => {
    const cases = new Map<string, number>();
    for (const { group } of allCases()) cases.set(group, (cases.get(group) ?? 0) + 1);
    const claimed = columns.flatMap(({ engine, place, groups }) =>
      Object.entries(groups).map(([group, counts]) => ({
        where: `${engine} in ${place}: ${group}`,
        tooMany: sum(Object.values(counts)) > (cases.get(group) ?? 0),
      })),
    );
    expect(claimed.filter(({ tooMany }) => tooMany)).toEqual([]);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
