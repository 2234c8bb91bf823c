import { describe, expect, it } from 'vitest';
import { boxScore } from './box-score.js';
import { mapOf } from './probability-map.fixture.js';

const map = mapOf('......', '.####.', '.#..#.', '......');

describe('boxScore', () => {
  it('is the mean over the pixels inside, the rim included', () => {
    const box = { centre: { x: 3, y: 2 }, width: 3, height: 1, angle: 0 };
    expect(boxScore(map, box)).toBeCloseTo((6 * 0.9) / 8);
  });

  it('looks at the pixels of a turned box only', () => {
    const box = { centre: { x: 2, y: 2 }, width: Math.SQRT2, height: 0.1, angle: -Math.PI / 4 };
    // Pixels (1, 2) and (2, 1) lie on this diagonal.
    expect(boxScore(map, box)).toBeCloseTo(0.9);
  });

  it('is zero for a box off the map', () => {
    expect(boxScore(map, { centre: { x: 50, y: 50 }, width: 4, height: 4, angle: 0 })).toBe(0);
  });
});
