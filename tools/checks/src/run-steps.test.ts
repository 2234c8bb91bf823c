import { describe, expect, it } from 'vitest';
import { runSteps, type Screen } from './run-steps.js';
import { single, type Step } from './step.js';

function recordingScreen(): Screen & { readonly printed: string[]; readonly seen: string[] } {
  const printed: string[] = [];
  const seen: string[] = [];
  return {
    printed,
    seen,
    print: (text) => printed.push(text),
    showRunning: (names) => seen.push(names.join('+')),
    now: () => 0,
  };
}

function step(name: string, after: readonly string[] = [], complaint?: string): Step {
  return { name, after, run: async () => single(name, complaint) };
}

describe('runSteps', () => {
  it('prints a line for each step and counts every outcome', async () => {
    const screen = recordingScreen();
    const totals = await runSteps([step('types'), step('lint', [], 'x.ts:1 is odd')], 1, screen);
    expect(totals).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(screen.printed).toMatchInlineSnapshot(`
      [
        "ok      types                 1 passed                      0.0 s",
        "FAILED  lint                  1 of 1 failed                 0.0 s

        lint
          x.ts:1 is odd
      ",
      ]
    `);
  });

  it('runs a step after those it names, and others beside them', async () => {
    const screen = recordingScreen();
    await runSteps([step('publint', ['pack']), step('pack'), step('unit')], 2, screen);
    expect(screen.seen[0]).toBe('pack+unit');
    expect(screen.seen.at(-1)).toContain('publint');
  });

  it('does not wait for a step that was not asked for', async () => {
    const totals = await runSteps([step('publint', ['pack'])], 2, recordingScreen());
    expect(totals).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it('counts a step that throws as one failure and goes on', async () => {
    const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no disk')) };
    const screen = recordingScreen();
    const totals = await runSteps([broken, step('later', ['broken'])], 1, screen);
    expect(totals).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(screen.printed[0]).toContain('no disk');
  });

  it('tells skipped from passed, and says why a whole step was', async () => {
    const absent: Step = {
      name: 'page',
      run: async () => ({
        outcomes: [{ name: 'page', verdict: 'skipped', detail: 'no browser' }],
        remark: 'no browser',
      }),
    };
    const screen = recordingScreen();
    const totals = await runSteps([absent, step('types')], 1, screen);
    expect(totals).toEqual({ passed: 1, failed: 0, skipped: 1 });
    expect(screen.printed[0]).toMatchInlineSnapshot(
      `"skip    page                  0 passed, 1 skipped           0.0 s  no browser"`,
    );
  });

  it('refuses steps that wait for each other', async () => {
    const steps = [step('a', ['b']), step('b', ['a'])];
    await expect(runSteps(steps, 2, recordingScreen())).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: steps wait for each other: a, b]`,
    );
  });
});
