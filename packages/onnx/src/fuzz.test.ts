import { describe, expect, it } from 'vitest';
import { fuzz } from '../testing/fuzz.js';
import { controlFlowModel } from '../testing/control-flow-model.js';
import { convolutionalModel, shapeModel } from '../testing/models.js';

describe('importOnnx on mutated files', () => {
  it('imports or refuses each of 500 with a typed error', () => {
    const seeds = [convolutionalModel(), shapeModel(), controlFlowModel()];
    const { failures, imported, refused } = fuzz({ seeds, runs: 500 });
    expect(failures).toEqual([]);
    expect(imported).toBeGreaterThan(10);
    expect(refused['import']).toBeGreaterThan(100);
  });
});
