import type { Case } from '../case/case.js';

/**
 * What became of a case.
 *
 * - `native`: right, and every node ran as it stands;
 * - `decomposed`: right, but a node ran as its parts;
 * - `fallback`: something ran elsewhere; never a pass, whatever came out;
 * - `unsupported`: the backend declared, with a reason, that it lacks an op;
 * - `failed`: wrong result, wrong error, wrong conduct, no answer in time, or an expected failure
 *   that passed;
 * - `expectedFailure`: failed as a stated reason foretold;
 * - `notRun`: the engine is not there, or the run was aborted.
 */
export type Verdict =
  | 'native'
  | 'decomposed'
  | 'fallback'
  | 'unsupported'
  | 'failed'
  | 'expectedFailure'
  | 'notRun';

/** Every verdict in the order tables show them. */
export const verdicts: readonly Verdict[] = [
  'native',
  'decomposed',
  'fallback',
  'unsupported',
  'failed',
  'expectedFailure',
  'notRun',
];

/** Whether a verdict is a pass. */
export function isPass(verdict: Verdict): boolean {
  return verdict === 'native' || verdict === 'decomposed';
}

/** One case's outcome. Plain data. */
export interface CaseResult {
  readonly id: string;
  readonly group: string;
  readonly tags: readonly string[];
  readonly verdict: Verdict;
  /** Why, for every verdict but a pass. */
  readonly reason?: string;
  /** Largest error over bound, when outputs were compared and a bound was not 0; null when infinite. */
  readonly worst?: number | null;
  /** Elements compared, and those whose exact answer is open. */
  readonly elements?: number;
  readonly ambiguous?: number;
  readonly milliseconds: number;
}

/** The result of a case that could not be tried. */
export function notRun({ id, group, tags }: Case, reason: string): CaseResult {
  return { id, group, tags, verdict: 'notRun', reason, milliseconds: 0 };
}
