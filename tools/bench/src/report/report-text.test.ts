import { expect, it } from 'vitest';
import type { Contest, Score } from '../contest.js';
import { timingOf } from '../measure/statistics.js';
import { ratioOf } from './contest-rows.js';
import { reportText } from './report-text.js';

function score(engine: string, times: readonly number[]): Score {
  const ours = engine === 'wasm';
  return { engine, ours, open: 12, first: 3.25, distance: 0, times, ...timingOf(times) };
}

const contest: Contest = {
  task: 'V1',
  macs: 570e6,
  scores: [score('wasm', [20, 19, 30, 21, 20]), score('peer', [40, 41, 45, 42, 43])],
  absent: [{ engine: 'other', reason: 'not installed' }],
};

it('gives the ratio of medians and the middle half of the rounds', () => {
  const { median, min, max } = ratioOf(contest.scores[0]!, contest.scores[1]!);
  expect(median).toBeCloseTo(42 / 20);
  expect(min).toBeCloseTo(40 / 20);
  expect(max).toBeCloseTo(43 / 20);
});

it('shows each engine with its share of the limit', () => {
  const findings = {
    place: 'Node',
    threads: 1,
    clock: 3.7e9,
    relaxedSimd: false,
    contests: [contest],
  };
  expect(reportText(findings)).toMatchInlineSnapshot(`
    "Node, 1 thread, no relaxed SIMD, core at 3.70 GHz

    V1 (570 M MACs)  open  first  median ms    min–max  GFLOP/s  of limit       time ÷ ours
      wasm           12.0   3.25       20.0  19.0–30.0     57.0      96 %                 1
      peer           12.0   3.25       42.0  40.0–45.0     27.1      46 %  2.10 (2.00–2.15)
    other: not installed"
  `);
});
