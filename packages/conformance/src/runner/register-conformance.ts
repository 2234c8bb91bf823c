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
import { type CaseResult, isPass, notRun } from './verdict.js';

/** A test body as vitest, node:test and mocha take it; they may hand it its test's context. */
export type TestBody = (this: unknown, ...context: readonly unknown[]) => Promise<void>;

/** The suite as tests of someone else's runner. */
export interface Registration extends Selection {
  readonly provider: BackendProvider;
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: TestBody) => unknown;
  /** The runner's hook after all tests of a `describe`; the backend is disposed in it. */
  readonly after?: (body: () => Promise<void>) => unknown;
  readonly deviceClass?: DeviceClass;
  readonly expectedFailures?: readonly ExpectedFailure[];
}

/** A registered suite. */
export interface Registered {
  /** What has run so far; undefined before the first test has. */
  report(): Report | undefined;
}

/**
 * Registers the suite as tests: a `describe` for each group, an `it` for each case. A case fails its
 * test unless it passes or fails as expected. What the backend declares it lacks, and everything on
 * an engine that is not there, is skipped through the runner's own `skip`, where the test's context
 * has one, so that no runner counts it as a pass.
 *
 * @throws RangeError on an expected failure without a reason or without a case
 * @example
 * ```ts
 * import { afterAll, describe, it } from 'vitest';
 * import { registerConformance } from '@separable/conformance';
 * import { referenceProvider } from '@separable/conformance/self-test';
 * registerConformance({ provider: referenceProvider(), describe, it, after: afterAll, filter: 'relu/' });
 * ```
 */
export function registerConformance(given: Registration): Registered {
  const { provider, describe, it, after, expectedFailures = [] } = given;
  checkExpectedFailures(expectedFailures, allCases());
  const results: CaseResult[] = [];
  let opening: Promise<Opened> | undefined;
  let opened: Opened | undefined;
  const run = async (one: Case): Promise<CaseResult> => {
    opened = await (opening ??= openEngine(provider, given.deviceClass));
    const { backend, policy, reason } = opened;
    if (backend === undefined) return notRun(one, reason);
    return applyExpectations(expectedFailures, await runCase(one, { provider, backend, policy }));
  };
  describe(`conformance of ${provider.name}`, () => {
    after?.(async () => opened?.backend?.[Symbol.asyncDispose]());
    for (const [group, cases] of byGroup(selectCases(given))) {
      describe(group, () => {
        for (const one of cases) {
          it(one.id, async function body(...context) {
            const result = await run(one);
            results.push(result);
            settle(result, this, context);
          });
        }
      });
    }
  });
  return { report: () => opened && makeReport(opened.head, results, timeOf(results)) };
}

/** Ends a test the way its result asks: returns, skips or throws. */
function settle(
  { id, verdict, reason = '' }: CaseResult,
  self: unknown,
  context: readonly unknown[],
): void {
  if (isPass(verdict) || verdict === 'expectedFailure') return;
  if (verdict === 'unsupported' || verdict === 'notRun') {
    // vitest and node:test hand a context over, mocha binds it to this.
    for (const holder of [context[0], self]) {
      if (canSkip(holder)) return void holder.skip(reason);
    }
    return;
  }
  throw new Error(`${id}: ${reason}`);
}

function canSkip(holder: unknown): holder is { skip(reason: string): unknown } {
  return (
    // Vitest's context is a function with properties.
    (typeof holder === 'function' || (typeof holder === 'object' && holder !== null)) &&
    'skip' in holder &&
    typeof holder.skip === 'function'
  );
}

function byGroup(cases: readonly Case[]): ReadonlyMap<string, readonly Case[]> {
  const groups = new Map<string, Case[]>();
  for (const one of cases) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}

function timeOf(results: readonly CaseResult[]): number {
  return results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
