import { describe, expect, it } from 'vitest';
import { unclip } from './unclip.js';

describe('unclip', () => {
  it('pushes the sides out by area × ratio / perimeter', () => {
    const box = { centre: { x: 0, y: 0 }, width: 30, height: 10, angle: 0.2 };
    // 300 × 1.6 / 80 = 6
    expect(unclip(box, 1.6)).toEqual({ ...box, width: 42, height: 22 });
  });

  it('leaves a single point alone', () => {
    const point = { centre: { x: 0, y: 0 }, width: 0, height: 0, angle: 0 };
    expect(unclip(point, 1.5)).toEqual(point);
  });
});
