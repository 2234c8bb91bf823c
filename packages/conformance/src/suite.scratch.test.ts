import { expect, it } from 'vitest';
import { allCases } from './case/suite.js';
import { prepare } from './runner/prepare.js';
import { tolerancePolicy } from './tolerance/policy.js';
it('prepares', () => {
  const policy = tolerancePolicy('cpu');
  const by: Record<string, [number, number]> = {};
  const errs: Record<string, number> = {};
  for (const c of allCases()) {
    if (c.kind !== 'compute') continue;
    const t = performance.now();
    try { prepare(c, policy); } catch (e) { errs[`${c.group}: ${String((e as Error).message).slice(0, 400)}`] = (errs[`${c.group}: ${String((e as Error).message).slice(0, 400)}`] ?? 0) + 1; if (Object.keys(errs).length > 12) break; }
    const b = (by[c.group] ??= [0, 0]); b[0]++; b[1] += performance.now() - t;
  }
  console.log(allCases().length, by, errs);
  expect(1).toBe(1);
});
