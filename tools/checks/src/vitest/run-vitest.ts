import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../run-command.js';
import type { Outcome, StepResult } from '../step.js';
import { outcomesVariable } from './outcome-reporter.js';
import { printingTests } from './printing-tests.js';

const reporter = fileURLToPath(new URL('./outcome-reporter.js', import.meta.url));

/** Runs vitest; one outcome a test. A vitest that fails otherwise is a failure too. */
export async function runVitest(args: readonly string[]): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'separable-vitest-'));
  const file = join(folder, 'outcomes.json');
  const result = await runCommand(
    'vitest',
    ['run', '--reporter=default', `--reporter=${reporter}`, ...args],
    { env: { [outcomesVariable]: file } },
  );
  const outcomes = readOutcomes(file);
  rmSync(folder, { recursive: true, force: true });
  const anyFailed = outcomes.some(({ verdict }) => verdict === 'failed');
  if (outcomes.length === 0 || (result.code !== 0 && !anyFailed)) {
    const crash = { name: 'vitest', verdict: 'failed', detail: lastLines(result.output) } as const;
    return { outcomes: [...outcomes, crash] };
  }
  return { outcomes: [...outcomes, ...printingTests(result.output)] };
}

function readOutcomes(path: string): readonly Outcome[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly Outcome[];
  } catch {
    return [];
  }
}

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n');
}
