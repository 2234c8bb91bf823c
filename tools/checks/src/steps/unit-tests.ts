import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../repository.js';
import { runCommand } from '../run-command.js';
import type { Outcome, Step } from '../step.js';

/** The parts of vitest's JSON report that are read here. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** Every vitest test of every room, the conformance suite among them. */
export const unitTests: Step = {
  name: 'unit and conformance',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'separable-vitest-'));
    const report = join(folder, 'report.json');
    const result = await runCommand('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      `--maxWorkers=${availableParallelism()}`,
    ]);
    const outcomes = readReport(report);
    rmSync(folder, { recursive: true, force: true });
    if (outcomes === undefined || (result.code !== 0 && outcomes.every(({ passed }) => passed))) {
      const crashed = { name: 'vitest', passed: false, detail: lastLines(result.output) };
      return { outcomes: [...(outcomes ?? []), crashed] };
    }
    return { outcomes: [...outcomes, ...printingTests(result.output)] };
  },
};

function readReport(path: string): readonly Outcome[] | undefined {
  try {
    return outcomesOf(JSON.parse(readFileSync(path, 'utf8')) as VitestReport);
  } catch {
    return undefined;
  }
}

/** One outcome a test. A skipped test is a failure, and so is a file that does not load. */
export function outcomesOf(report: VitestReport): readonly Outcome[] {
  return report.testResults.flatMap((file): readonly Outcome[] => {
    const path = relative(root, file.name);
    if (file.assertionResults.length === 0) {
      return file.status === 'passed' ? [] : [{ name: path, passed: false, detail: file.message }];
    }
    return file.assertionResults.map((test) => {
      const name = `${path} > ${test.fullName}`;
      if (test.status === 'passed') return { name, passed: true };
      const detail = test.failureMessages?.join('\n') ?? '';
      return { name, passed: false, detail: detail === '' ? `the test is ${test.status}` : detail };
    });
  });
}

/** Tests print nothing; vitest names those that do. */
export function printingTests(output: string): readonly Outcome[] {
  const names = [...output.matchAll(/^std(?:out|err) \| (.+)$/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].map((name) => ({ name, passed: false, detail: 'a test printed' }));
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n');
}
