import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../runner/verdict.js';
import { printReport } from './print-report.js';
import { makeReport } from './report.js';

const head = { backend: 'b', device: 'CPU', deviceClass: 'cpu', features: { threads: 2 } } as const;

function result(id: string, rest: Partial<CaseResult>): CaseResult {
  const group = id.split('/')[0]!;
  return { id, group, tags: ['required'], verdict: 'native', milliseconds: 1, ...rest };
}

const report = makeReport(
  head,
  [
    result('add/a', { worst: 0.25, ambiguous: 2, elements: 8 }),
    result('add/b', { worst: 0.5, elements: 8 }),
    result('dense/a', { verdict: 'decomposed', worst: 0.125 }),
    result('mish/a', { verdict: 'unsupported', reason: 'no kernel' }),
    result('mish/b', { verdict: 'unsupported', reason: 'no kernel' }),
    result('sub/a', { verdict: 'failed', worst: null, reason: 'wrong' }),
  ],
  1500,
);

describe('a report', () => {
  it('adds verdicts up by group', () => {
    expect(
      report.groups.map(({ group, cases, worst, ambiguous }) => [group, cases, worst, ambiguous]),
    ).toEqual([
      ['add', 2, 0.5, 2],
      ['dense', 1, 0.125, 0],
      ['mish', 2, 0, 0],
      ['sub', 1, null, 0],
    ]);
    expect(report.counts).toMatchObject({
      native: 2,
      decomposed: 1,
      unsupported: 2,
      failed: 1,
      notRun: 0,
    });
  });

  it('prints as a table', () => {
    expect(printReport(report)).toMatchInlineSnapshot(`
      "conformance of b on CPU (cpu tolerances)
      threads=2

      group  cases  native  decomposed  unsupported  FAILED  worst  ambiguous
      add        2       2                                   0.500          2
      dense      1                   1                       0.125
      mish       2                                2          0.000
      sub        1                                        1      ∞
      total      6       2           1            2       1      ∞          2

      FAILED sub/a: wrong
      unsupported mish: no kernel (2 cases)

      3 of 6 cases pass in 1.5 s"
    `);
  });
});
