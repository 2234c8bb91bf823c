import { type BackendProvider, BackendUnavailableError } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { printReport } from '../report/print-report.js';
import { oracleKernel } from '../self-test/kernel.js';
import { referenceProvider } from '../self-test/reference-backend.js';
import { runCase, verdictOf } from './run-case.js';
import { runConformance } from './run-conformance.js';
import { selectCases } from '../case/suite.js';
import { tolerancePolicy } from '../tolerance/policy.js';

const filter = /^(relu|conv1d)\/(vector|scalar|edge numbers|symbolic)$/;

describe('running the suite', () => {
  it('tells native from decomposed passes', async () => {
    const report = await runConformance(referenceProvider(), { filter });
    const verdicts = Object.fromEntries(report.results.map(({ id, verdict }) => [id, verdict]));
    expect(verdicts).toMatchObject({ 'relu/vector': 'native', 'conv1d/symbolic': 'decomposed' });
    expect(report.counts.failed).toBe(0);
    expect(report).toMatchObject({
      schema: 'separable-conformance/1',
      backend: 'reference',
      deviceClass: 'cpu',
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('counts what the backend declares it lacks, with its reason', async () => {
    const provider = referenceProvider({ without: ['relu'] });
    const { counts, results } = await runConformance(provider, { filter: /^relu\/vector$/ });
    expect(counts).toMatchObject({ unsupported: 1, native: 0 });
    expect(results[0]?.reason).toBe('relu: relu is left out of this reference');
  });

  it('fails a backend that finds out too late what it lacks', async () => {
    const provider = lateProvider();
    const { results } = await runConformance(provider, { filter: /^relu\/vector$/ });
    expect(results[0]?.verdict).toBe('failed');
    expect(results[0]?.reason).toMatch(/^UnsupportedOpError \(unsupported-op\)/);
  });

  it('prints a table with what went wrong below', async () => {
    const provider = referenceProvider({
      kernel: (call) =>
        oracleKernel(call).map((t) => ({ ...t, data: t.data.map(() => 7) }) as typeof t),
    });
    const expectedFailures = [{ id: 'relu/scalar', reason: 'known' }];
    const report = await runConformance(provider, {
      filter: /^relu\/(vector|scalar|one pixel)$/,
      expectedFailures,
    });
    expect(printReport(report).replace(/in [\d.]+ s/, 'in 0.0 s')).toMatchInlineSnapshot(`
      "conformance of reference on CPU, float64 oracle (cpu tolerances)
      oracle=true

      group  cases  native  FAILED  expected failure  worst  ambiguous
      relu       3               2                 1      ∞
      total      3               2                 1      ∞

      FAILED relu/vector: output 'y': 31 of 31 elements are out of bounds, first at [0] got 7, exact 0, error 7.00, bound 0.00
      FAILED relu/one pixel: output 'y': 9 of 9 elements are out of bounds, first at [0, 0, 0, 0] got 7, exact 0, error 7.00, bound 0.00
      expected failure relu/scalar: known (output 'y': 1 of 1 elements are out of bounds, first at [] got 7, exact 5.180940628051758, error 1.82, bound 0.00)

      0 of 3 cases pass in 0.0 s"
    `);
  });

  it('leaves everything not run when the engine is not there', async () => {
    const provider: BackendProvider = {
      name: 'absent',
      probe: async () => ({ available: false, reason: 'no adapter' }),
      create: async () => {
        throw new BackendUnavailableError('no adapter');
      },
    };
    const { counts, cases, results, device } = await runConformance(provider, { filter: 'relu/' });
    expect(counts.notRun).toBe(cases);
    expect({ reason: results[0]?.reason, device }).toEqual({
      reason: 'no adapter',
      device: 'none',
    });
  });

  it('stops on a signal and reports progress', async () => {
    const abort = new AbortController();
    const seen: number[] = [];
    const { counts } = await runConformance(referenceProvider(), {
      filter: 'relu/',
      signal: abort.signal,
      onProgress({ done }) {
        seen.push(done);
        if (done === 2) abort.abort();
      },
    });
    expect(counts.native).toBe(2);
    expect(counts.notRun).toBe(seen.length - 2);
    expect(seen).toEqual(seen.map((_, i) => i + 1));
  });

  it('gives a case that hangs up', async () => {
    const provider = referenceProvider({
      wrap: (right) => ({
        kernels: right.kernels,
        run: () => new Promise(() => {}),
        runOnDevice: right.runOnDevice,
        memory: right.memory,
        [Symbol.asyncDispose]: right[Symbol.asyncDispose],
      }),
    });
    const backend = await provider.create();
    const [one] = selectCases({ filter: /^relu\/vector$/ });
    const engine = { provider, backend, policy: tolerancePolicy('cpu'), timeout: 20 };
    expect(await runCase(one!, engine)).toMatchObject({
      verdict: 'failed',
      reason: 'no answer within 20 milliseconds',
    });
  });

  it('never counts a fallback as a pass', () => {
    const node = {
      node: 'a',
      op: 'relu',
      backend: 'b',
      device: 'd',
      kernel: 'k',
    };
    const placement = (...modes: readonly ('native' | 'decomposed' | 'fallback')[]) => ({
      nodes: modes.map((mode) => ({ ...node, mode })),
      crossings: [],
    });
    expect(verdictOf(placement('native', 'fallback', 'decomposed'))).toBe('fallback');
    expect(verdictOf(placement('native', 'decomposed'))).toBe('decomposed');
    expect(verdictOf(placement('native'))).toBe('native');
  });
});

/** Says it runs relu, and refuses when it compiles. */
function lateProvider(): BackendProvider {
  const honest = referenceProvider({ without: ['relu'] });
  return {
    ...honest,
    async create() {
      return Object.assign(await honest.create(), { support: () => ({ native: true as const }) });
    },
  };
}
