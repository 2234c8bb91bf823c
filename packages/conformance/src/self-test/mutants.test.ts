import { describe, expect, it } from 'vitest';
import { runConformance } from '../runner/run-conformance.js';
import { mutants } from './mutants/index.js';
import { referenceProvider } from './reference-backend.js';
import { hunt } from './survivors.js';

describe('the suite tested on backends of its own', () => {
  it('passes the right one whole', async () => {
    const { results, counts } = await runConformance(referenceProvider());
    const bad = results.filter(({ verdict }) => verdict !== 'native' && verdict !== 'decomposed');
    expect(bad.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(counts.decomposed).toBeGreaterThan(0);
  }, 60_000);

  it('catches every mutant', async () => {
    expect(mutants.length).toBeGreaterThanOrEqual(25);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    const hunts = await hunt(mutants);
    expect(
      hunts.filter(({ caughtBy }) => caughtBy === undefined).map(({ mutant }) => mutant),
    ).toEqual([]);
  }, 60_000);
});
