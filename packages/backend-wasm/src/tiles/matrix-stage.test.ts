import { describe, expect, it } from 'vitest';
import { gridOf } from './matrix-stage.js';
import { panelCount } from './panels.js';

const workforces = [1, 2, 3].flatMap((threads) => [
  { threads, instructions: { relaxedMadd: false, keepsOrder: false } },
  { threads, instructions: { relaxedMadd: true, keepsOrder: true } },
]);

describe('a grid of units', () => {
  it.each([
    [1, 1280, 1000],
    [49, 1024, 1024],
    [196, 512, 512],
    [12_544, 16, 96],
    [3, 5, 7],
    [1000, 0, 8],
  ])('covers %i rows of depth %i and %i columns once', (pixels, depth, columns) => {
    for (const workforce of workforces) {
      const { strip, strips, group, groups } = gridOf(pixels, depth, columns, workforce);
      expect((strips - 1) * strip).toBeLessThan(pixels);
      expect(strips * strip).toBeGreaterThanOrEqual(pixels);
      expect((groups - 1) * group).toBeLessThan(panelCount(columns));
      expect(groups * group).toBeGreaterThanOrEqual(panelCount(columns));
    }
  });

  it('is empty where there is nothing to multiply', () => {
    expect(gridOf(0, 8, 8, workforces[0]!).strips).toBe(0);
    expect(gridOf(8, 8, 0, workforces[0]!).strips).toBe(0);
  });

  it('has work for every thread, whether there are many rows or few', () => {
    for (const [pixels, depth, columns] of [
      [49, 1024, 1024],
      [12_544, 32, 64],
    ] as const) {
      const { strips, groups } = gridOf(pixels, depth, columns, workforces[2]!);
      expect((strips * groups) % 2).toBe(0);
    }
  });
});
