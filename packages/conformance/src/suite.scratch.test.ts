
import { expect, it } from 'vitest';
import { runConformance } from './runner/run-conformance.js';
import { printReport } from './report/print-report.js';
import { referenceProvider } from './self-test/reference-backend.js';
it('passes', async () => {
  const report = await runConformance(referenceProvider(), {filter: process.env['FILTER']});
  const text = printReport(report).split('\n');
  const seen = new Map<string, number>();
  for (const l of text) { const k = l.slice(0, 22); const c = (seen.get(k) ?? 0) + 1; seen.set(k, c); if (c < 6) console.log(l.slice(0, 330)); }
  expect(1).toBe(1);
}, 300000);
