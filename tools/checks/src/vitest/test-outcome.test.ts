import { describe, expect, it } from 'vitest';
import { testOutcome } from './test-outcome.js';

const skipped = { state: 'skipped', errors: undefined } as const;

describe('testOutcome', () => {
  it('passes what passed and shows why the rest did not', () => {
    const error = { name: 'Error', message: 'expected 1 to be 2', stacks: [] };
    expect(testOutcome('adds', { state: 'passed', errors: undefined })).toEqual({
      name: 'adds',
      verdict: 'passed',
    });
    expect(testOutcome('adds', { state: 'failed', errors: [error] })).toEqual({
      name: 'adds',
      verdict: 'failed',
      detail: 'expected 1 to be 2',
    });
    expect(testOutcome('adds', { state: 'pending', errors: undefined })).toMatchObject({
      verdict: 'failed',
    });
  });

  it('says what went wrong also where the stack does not', () => {
    const error = { name: 'Error', message: 'timed out', stack: 'TRACE\n at x.ts:1', stacks: [] };
    expect(testOutcome('adds', { state: 'failed', errors: [error] })).toMatchObject({
      detail: 'timed out\nTRACE\n at x.ts:1',
    });
  });

  it('counts a test that says why as skipped', () => {
    expect(testOutcome('adds', { ...skipped, note: 'add: no kernel' })).toEqual({
      name: 'adds',
      verdict: 'skipped',
      detail: 'add: no kernel',
    });
  });

  it('fails a test that is switched off', () => {
    expect(testOutcome('adds', { ...skipped, note: undefined })).toMatchObject({
      verdict: 'failed',
      detail: 'the test is skipped and does not say why',
    });
  });
});
