import { describe, expect, it } from 'vitest';
import { allCases } from '../case/suite.js';
import { applyExpectations, checkExpectedFailures } from './expected-failure.js';
import type { CaseResult } from './verdict.js';

const result: CaseResult = {
  id: 'relu/vector',
  group: 'relu',
  tags: [],
  verdict: 'native',
  milliseconds: 1,
};
const expected = [{ id: 'relu/', reason: 'issue 12' }];

describe('an expected failure', () => {
  it('is no failure while it fails', () => {
    const failed = { ...result, verdict: 'failed', reason: 'wrong' } as const;
    expect(applyExpectations(expected, failed)).toMatchObject({
      verdict: 'expectedFailure',
      reason: 'issue 12 (wrong)',
    });
  });

  it('fails once it passes', () => {
    expect(applyExpectations(expected, result)).toMatchObject({
      verdict: 'failed',
      reason: 'was expected to fail (issue 12) but passes: remove it from the expected failures',
    });
  });

  it('leaves other verdicts and other cases alone', () => {
    const unsupported = { ...result, verdict: 'unsupported' } as const;
    expect(applyExpectations(expected, unsupported)).toBe(unsupported);
    expect(applyExpectations([{ id: 'conv2d/', reason: 'r' }], result)).toBe(result);
  });

  it('must give a reason and mean a case there is', () => {
    expect(() =>
      checkExpectedFailures([{ id: 'relu/', reason: ' ' }], allCases()),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: the expected failure 'relu/' gives no reason]`,
    );
    expect(() =>
      checkExpectedFailures([{ id: 'relu/gone', reason: 'r' }], allCases()),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: the expected failure 'relu/gone' means no case of the suite; remove it]`,
    );
    expect(() => checkExpectedFailures(expected, allCases())).not.toThrow();
  });
});
