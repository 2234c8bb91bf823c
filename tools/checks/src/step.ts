/** One thing that was checked: a vitest test, or one check on one package. */
export interface Outcome {
  readonly name: string;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  /** What went wrong and where, or why it was skipped; absent when it passed. */
  readonly detail?: string;
}

/** What a step found: its outcomes, and now and then a remark worth a place on its line. */
export interface StepResult {
  readonly outcomes: readonly Outcome[];
  readonly remark?: string;
}

/** A part of `npm test` that prints one line. */
export interface Step {
  readonly name: string;
  /** Names of the steps whose results this one needs; they run first. */
  readonly after?: readonly string[];
  run(): Promise<StepResult>;
}

/** The result of a step that checks one thing only. */
export function single(name: string, complaint: string | undefined): StepResult {
  return { outcomes: [outcome(name, complaint)] };
}

/** Passed when there is nothing to complain about. */
export function outcome(name: string, complaint: string | undefined): Outcome {
  return complaint === undefined
    ? { name, verdict: 'passed' }
    : { name, verdict: 'failed', detail: complaint };
}
