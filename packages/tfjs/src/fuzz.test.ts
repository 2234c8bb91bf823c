import { describe, expect, it } from 'vitest';
import { fuzz } from '../testing/fuzz.js';
import { graphBlockFiles } from '../testing/graph-block.js';
import { blockFiles, denseFiles } from '../testing/small-models.js';

describe('importTfjs on mutated models', () => {
  it('imports or refuses each of 1,000 with a typed error', () => {
    const seeds = [blockFiles(), denseFiles(), graphBlockFiles()];
    const { failures, imported, refused } = fuzz({ seeds, runs: 1000 });
    expect(failures).toEqual([]);
    expect(imported).toBeGreaterThan(50);
    expect(refused['import']).toBeGreaterThan(300);
    expect(refused['unsupported-op']).toBeGreaterThan(5);
  });
});
