import { registerConformance, selectCases } from '@separable/conformance';
import type { BackendProvider } from '@separable/core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { isChosen } from './chosen-cases.js';
import { keepReport } from './keep-report.js';

/** Registers an engine's conformance tests, to the extent that this run asks for. */
export function conformanceOf(engine: string, provider: BackendProvider): void {
  const run = inject('run');
  // Cases of an engine that is absent are skipped, so its absence itself must be a failure.
  it(`${engine} is there`, async () => {
    expect(await provider.probe()).toMatchObject({ available: true });
  });
  const where = isChosen(engine, run.extent);
  const registered = registerConformance({ provider, describe, it, after: afterAll, where });
  afterAll(async () => {
    const report = registered.report();
    // A run of some cases (`-t`) leaves the report of the last full one alone.
    if (report?.cases === selectCases({ where }).length) await keepReport(engine, run, report);
  });
}
