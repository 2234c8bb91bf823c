import type { Case } from '../case/case.js';
import { type CaseResult, isPass } from './verdict.js';

/** A failure that is known and why it is tolerated for now. */
export interface ExpectedFailure {
  /** A case id, or the start of ids, ending in `/`, such as `resize2d/`. */
  readonly id: string;
  /** A cause or a link, never empty. */
  readonly reason: string;
}

/**
 * Checks that every expected failure gives a reason and means a case there is, so that the list can
 * only shrink.
 *
 * @throws RangeError naming the entry that does not
 */
export function checkExpectedFailures(
  expected: readonly ExpectedFailure[],
  cases: readonly Case[],
): void {
  for (const { id, reason } of expected) {
    if (reason.trim() === '') throw new RangeError(`the expected failure '${id}' gives no reason`);
    if (!cases.some((one) => means(id, one.id))) {
      throw new RangeError(`the expected failure '${id}' means no case of the suite; remove it`);
    }
  }
}

/** A result in the light of what was expected: failures become expected ones, passes become failures. */
export function applyExpectations(
  expected: readonly ExpectedFailure[],
  result: CaseResult,
): CaseResult {
  const entry = expected.find(({ id }) => means(id, result.id));
  if (entry === undefined) return result;
  if (result.verdict === 'failed') {
    const reason = `${entry.reason} (${result.reason})`;
    return { ...result, verdict: 'expectedFailure', reason };
  }
  if (!isPass(result.verdict)) return result;
  const reason = `was expected to fail (${entry.reason}) but passes: remove it from the expected failures`;
  return { ...result, verdict: 'failed', reason };
}

function means(pattern: string, id: string): boolean {
  return pattern.endsWith('/') ? id.startsWith(pattern) : id === pattern;
}
