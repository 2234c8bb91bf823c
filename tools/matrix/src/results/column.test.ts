import type { CaseResult } from '@separable/conformance';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../reports/run-report.js';
import { columnOf } from './column.js';

const result = (id: string, rest: Partial<CaseResult>): CaseResult => ({
  id,
  group: id.split('/')[0] ?? '',
  tags: [],
  verdict: 'native',
  milliseconds: 1,
  ...rest,
});

const counts = {
  native: 0,
  decomposed: 0,
  fallback: 0,
  unsupported: 0,
  failed: 0,
  expectedFailure: 0,
  notRun: 0,
};

const run: RunReport = {
  engine: 'mine',
  place: 'chromium',
  host: 'Chromium 156',
  isolated: true,
  extent: 'whole',
  random: { passed: true, runs: 2000, seed: 3 },
  report: {
    schema: 'separable-conformance/1',
    backend: 'mine',
    device: 'CPU',
    deviceClass: 'cpu',
    features: { threads: 2 },
    cases: 4,
    counts,
    ambiguous: 0,
    milliseconds: 4,
    groups: [
      {
        group: 'abs',
        cases: 2,
        counts: { ...counts, native: 1, failed: 1 },
        worst: 1,
        ambiguous: 0,
      },
      { group: 'tile', cases: 2, counts: { ...counts, unsupported: 2 }, worst: 0, ambiguous: 0 },
    ],
    results: [
      result('abs/a', {}),
      result('abs/b', { verdict: 'failed', reason: 'wrong' }),
      result('tile/a', { verdict: 'unsupported', reason: 'tile: rank 5' }),
      result('tile/b', { verdict: 'unsupported', reason: 'tile: rank 5' }),
    ],
  },
};

describe('columnOf', () => {
  it('keeps counts and reasons, not the cases that passed', () => {
    expect(columnOf(run, '2026-01-31')).toEqual({
      engine: 'mine',
      place: 'chromium',
      host: 'Chromium 156',
      isolated: true,
      device: 'CPU',
      features: { threads: 2 },
      date: '2026-01-31',
      extent: 'whole',
      groups: { abs: { native: 1, failed: 1 }, tile: { unsupported: 2 } },
      remarks: [
        { group: 'abs', verdict: 'failed', reason: 'abs/b: wrong', cases: 1 },
        { group: 'tile', verdict: 'unsupported', reason: 'tile: rank 5', cases: 2 },
      ],
      random: { passed: true, runs: 2000, seed: 3 },
    });
  });
});
