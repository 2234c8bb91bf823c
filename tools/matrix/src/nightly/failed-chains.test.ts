import type { Chain } from '@separable/conformance';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../reports/run-report.js';
import { withFailedChains } from './failed-chains.js';

const chain: Chain = {
  batch: 1,
  height: 2,
  width: 3,
  channels: 1,
  symbolic: false,
  steps: [],
  seed: 5,
};
const head = { engine: 'mine', place: 'node', host: 'Node 20', extent: 'whole' } as const;
const ran = (random: NonNullable<RunReport['random']>): RunReport =>
  ({ ...head, random }) as RunReport;

const passed = ran({ passed: true, runs: 10, seed: 1 });
const reason = "output 'y': wrong\nand more";
const failed = ran({ passed: false, runs: 10, seed: 1, chain, graph: 'graph', reason });

describe('withFailedChains', () => {
  it('leaves the list alone when nothing failed', () => {
    const source = 'export const keptChains = [];\n';
    expect(withFailedChains(source, [passed], '2026-01-31')).toBe(source);
  });

  it('adds a chain once, at the end, with where it failed and how', () => {
    const source = 'export const keptChains = [\n  first,\n];\n';
    expect(withFailedChains(source, [passed, failed, failed], '2026-01-31')).toMatchInlineSnapshot(`
      "export const keptChains = [
        first,
        // mine, 2026-01-31: output 'y': wrong
        {"batch":1,"height":2,"width":3,"channels":1,"symbolic":false,"steps":[],"seed":5},
      ];
      "
    `);
  });
});
