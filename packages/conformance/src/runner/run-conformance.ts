import type { BackendProvider } from '@separable/core';
import type { Case } from '../case/case.js';
import { allCases, selectCases, type Selection } from '../case/suite.js';
import { makeReport, type Report } from '../report/report.js';
import type { DeviceClass } from '../tolerance/policy.js';
import {
  applyExpectations,
  checkExpectedFailures,
  type ExpectedFailure,
} from './expected-failure.js';
import { type Opened, openEngine } from './open-engine.js';
import { runCase } from './run-case.js';
import { type CaseResult, notRun } from './verdict.js';

/** What to run and how. */
export interface ConformanceOptions extends Selection {
  /**
   * Which tolerances apply; unless given, `gpu` when the provider's probe has the feature
   * `deviceClass: 'gpu'`, `cpu` otherwise.
   */
  readonly deviceClass?: DeviceClass;
  readonly expectedFailures?: readonly ExpectedFailure[];
  /** Milliseconds one case may take; 20,000 unless given. */
  readonly timeout?: number;
  /** Told after each case. */
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run; what is left counts as not run. */
  readonly signal?: AbortSignal;
  /** Put into the report when given. */
  readonly date?: Date;
}

/** How far a run has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly result: CaseResult;
}

/**
 * Runs the suite against a backend, one case after the other, and gives the report. The thread is
 * let go every 50 milliseconds, so that a page stays alive.
 *
 * An engine that is not there gives a report in which no case ran.
 *
 * @throws RangeError on an expected failure without a reason or without a case
 * @example
 * ```ts
 * import { printReport, runConformance } from '@separable/conformance';
 * import { referenceProvider } from '@separable/conformance/self-test';
 * const report = await runConformance(referenceProvider(), { filter: 'depthwiseConv2d/' });
 * console.log(printReport(report));
 * ```
 */
export async function runConformance(
  provider: BackendProvider,
  options: ConformanceOptions = {},
): Promise<Report> {
  const { expectedFailures = [], onProgress, signal, date } = options;
  checkExpectedFailures(expectedFailures, allCases());
  const started = performance.now();
  const opened = await openEngine(provider, options.deviceClass);
  const cases = selectCases(options);
  const results: CaseResult[] = [];
  const add = (plain: CaseResult): void => {
    const result = applyExpectations(expectedFailures, plain);
    results.push(result);
    onProgress?.({ done: results.length, total: cases.length, result });
  };
  if (opened.backend !== undefined) await runAll(cases, provider, opened, options, add);
  const reason = opened.reason ?? (signal?.aborted ? 'the run was aborted' : 'the run ended early');
  for (const given of cases.slice(results.length)) add(notRun(given, reason));
  const head = date === undefined ? opened.head : { ...opened.head, date: date.toISOString() };
  return makeReport(head, results, performance.now() - started);
}

/** Runs until the cases or the caller's patience end, then lets the backend go. */
async function runAll(
  cases: readonly Case[],
  provider: BackendProvider,
  { backend, policy }: Extract<Opened, { reason?: undefined }>,
  { signal, timeout }: ConformanceOptions,
  add: (result: CaseResult) => void,
): Promise<void> {
  const engine = { provider, backend, policy, ...(timeout === undefined ? {} : { timeout }) };
  let rested = performance.now();
  try {
    for (const given of cases) {
      if (signal?.aborted) break;
      add(await runCase(given, engine));
      if (performance.now() - rested > 50) {
        await new Promise((resolve) => setTimeout(resolve));
        rested = performance.now();
      }
    }
  } finally {
    await backend[Symbol.asyncDispose]();
  }
}
