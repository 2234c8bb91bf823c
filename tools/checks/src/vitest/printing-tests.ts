import type { Outcome } from '../step.js';

/** Tests print nothing; vitest names those that do. */
export function printingTests(output: string): readonly Outcome[] {
  const names = [...output.matchAll(/^std(?:out|err) \| (.+)$/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)].map((name) => ({ name, verdict: 'failed', detail: 'a test printed' }));
}
