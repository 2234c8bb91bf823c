import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { root } from '../repository.js';
import type { Outcome } from '../step.js';
import { errorText } from './error-text.js';
import { testOutcome } from './test-outcome.js';

/** The environment variable that names the file to write outcomes to. */
export const outcomesVariable = 'SEPARABLE_OUTCOMES';

/**
 * Writes an outcome for each test as JSON. vitest's own JSON reporter leaves out why a test was
 * skipped.
 */
export default class OutcomeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const outcomes = [
      ...modules.flatMap(moduleOutcomes),
      ...unhandled.map((error) => failure('outside of tests', error)),
    ];
    const file = process.env[outcomesVariable];
    if (file === undefined) throw new Error(`${outcomesVariable} names no file`);
    writeFileSync(file, JSON.stringify(outcomes));
  }
}

/** One outcome a test, and one for each error outside of tests, such as a file that does not load. */
function moduleOutcomes(module: TestModule): readonly Outcome[] {
  const file = relative(root, module.moduleId);
  const path = module.project.config.browser.enabled ? `[${module.project.name}] ${file}` : file;
  return [
    ...module.errors().map((error) => failure(path, error)),
    ...[...module.children.allTests()].map((test) =>
      testOutcome(`${path} > ${test.fullName}`, test.result()),
    ),
  ];
}

function failure(name: string, error: SerializedError): Outcome {
  return { name, verdict: 'failed', detail: errorText(error) };
}
