import type { TestResult } from 'vitest/node';
import type { Outcome } from '../step.js';
import { errorText } from './error-text.js';

/**
 * What a test's result counts as. A test that skips itself says why, as cases do that a backend
 * declares it lacks; one that is switched off in the source is a failure.
 */
export function testOutcome(name: string, result: TestResult): Outcome {
  switch (result.state) {
    case 'passed':
      return { name, verdict: 'passed' };
    case 'failed': {
      return { name, verdict: 'failed', detail: result.errors.map(errorText).join('\n') };
    }
    case 'skipped':
      return result.note === undefined || result.note === ''
        ? { name, verdict: 'failed', detail: 'the test is skipped and does not say why' }
        : { name, verdict: 'skipped', detail: result.note };
    case 'pending':
      return { name, verdict: 'failed', detail: 'the test did not end' };
  }
}
