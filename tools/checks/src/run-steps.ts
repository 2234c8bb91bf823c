import type { Outcome, Step, StepResult } from './step.js';

/** Where progress is shown; a stand-in takes its place in tests. */
export interface Screen {
  print(text: string): void;
  /** Called whenever the set of running steps changes. */
  showRunning(names: readonly string[]): void;
  /** Milliseconds on any clock. */
  now(): number;
}

/** How many outcomes there were of each kind. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Runs steps side by side in a number of lanes, each after the steps it names, and prints one
 * line for each as it ends. A step that throws counts as one failure; steps after it still run.
 *
 * @throws Error when steps wait for each other
 */
export async function runSteps(
  steps: readonly Step[],
  lanes: number,
  screen: Screen,
): Promise<Totals> {
  const waiting = [...steps];
  const running = new Map<string, Promise<void>>();
  const outcomes: Outcome[] = [];
  // A step that was not asked for is not waited for.
  const open = new Set(steps.map((step) => step.name));
  const isReady = (step: Step): boolean => !(step.after ?? []).some((name) => open.has(name));

  const runOne = async (step: Step): Promise<void> => {
    const begun = screen.now();
    const result = await resultOf(step);
    outcomes.push(...result.outcomes);
    open.delete(step.name);
    running.delete(step.name);
    screen.print(describe(step, result, screen.now() - begun));
  };

  while (waiting.length > 0 || running.size > 0) {
    for (;;) {
      const next = running.size < lanes ? waiting.findIndex(isReady) : -1;
      const [step] = next < 0 ? [] : waiting.splice(next, 1);
      if (step === undefined) break;
      running.set(step.name, runOne(step));
    }
    if (running.size === 0) {
      throw new Error(`steps wait for each other: ${waiting.map((step) => step.name).join(', ')}`);
    }
    screen.showRunning([...running.keys()]);
    await Promise.race(running.values());
  }
  return countVerdicts(outcomes);
}

async function resultOf(step: Step): Promise<StepResult> {
  try {
    return await step.run();
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcomes: [{ name: step.name, verdict: 'failed', detail }] };
  }
}

/** How many outcomes there are of each kind. */
function countVerdicts(outcomes: readonly Outcome[]): Totals {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { verdict } of outcomes) counts[verdict]++;
  return counts;
}

function describe(step: Step, result: StepResult, milliseconds: number): string {
  const { passed, failed, skipped } = countVerdicts(result.outcomes);
  const failures = result.outcomes.filter((outcome) => outcome.verdict === 'failed');
  const verdict = failed > 0 ? 'FAILED' : passed === 0 && skipped > 0 ? 'skip  ' : 'ok    ';
  const count = [
    failed === 0 ? `${passed} passed` : `${failed} of ${passed + failed} failed`,
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ].join(', ');
  const seconds = `${(milliseconds / 1000).toFixed(1)} s`;
  const remark = result.remark === undefined ? '' : `  ${result.remark}`;
  const line = `${verdict}  ${step.name.padEnd(22)}${count.padEnd(28)}${seconds.padStart(7)}${remark}`;
  const details = failures.map((failure) => `\n  ${failure.name}\n${indent(failure.detail)}\n`);
  return [line, ...details].join('\n');
}

function indent(text = ''): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
