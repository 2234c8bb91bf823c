import { expect, it } from 'vitest';
import { merged, type Race, type Results } from './results.js';

const race = (place: string, threads: number, rounds: number): Race => ({
  place,
  threads,
  task: 'net',
  date: '2026-01-31',
  relaxedSimd: false,
  rounds,
  standings: [],
});

const results = (...races: readonly Race[]): Results => ({ races, firsts: [], plans: [] });

it('newer results take the place of those of the same task, threads and place', () => {
  const older = results(race('Node 20.1.0', 2, 9), race('Node 20.1.0', 1, 9));
  const newer = results(race('Node 20.2.0', 1, 25), race('Chromium 156', 1, 25));
  expect(merged(older, newer).races).toEqual([
    race('Chromium 156', 1, 25),
    race('Node 20.2.0', 1, 25),
    race('Node 20.1.0', 2, 9),
  ]);
});
