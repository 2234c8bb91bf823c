import { type ExpectedFailure, registerConformance, selectCases } from '@separable/conformance';
import type { BackendProvider } from '@separable/core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { engineNamed } from '../engines.js';
import { isChosen } from './chosen-cases.js';
import { keepReport } from './keep-report.js';
import { randomGraphs } from './random-graphs.js';

/** What an engine asks for that others do not. */
export interface EngineOptions {
  /** How many random graphs a whole run draws; 2,000 unless given. */
  readonly random?: number;
  /** Cases it is known to fail, with reasons. */
  readonly expectedFailures?: readonly ExpectedFailure[];
}

/** Registers an engine's conformance tests, to the extent that this run asks for. */
export function conformanceOf(
  engine: string,
  provider: BackendProvider,
  { random: graphs = 2000, expectedFailures = [] }: EngineOptions = {},
): void {
  const run = inject('run');
  const { place, extent } = run;
  // Cases of an engine that is absent are skipped, so its absence itself must be a failure.
  it(`${engine} is there`, async () => {
    const probe = await provider.probe();
    expect(probe.available ? 'there' : probe.reason).toBe('there');
  });
  const where = isChosen(engineNamed(engine), extent);
  const registered = registerConformance({
    provider,
    describe,
    it,
    after: afterAll,
    where,
    expectedFailures,
  });
  const outcome = randomGraphs(provider, graphs, run);

  afterAll(async () => {
    const report = registered.report();
    // A run of some cases (`-t`) leaves the report of the last full one alone.
    if (report?.cases !== selectCases({ where }).length) return;
    const random = outcome();
    await keepReport({
      engine,
      place,
      extent,
      report,
      ...(random === undefined ? {} : { random }),
    });
  });
}
