import { describe, expect, it } from 'vitest';
import { corners, grow, readable, scale } from './rotated-box.js';

const box = { centre: { x: 10, y: 20 }, width: 8, height: 4, angle: 0 };

describe('corners', () => {
  it('go clockwise from where reading begins', () => {
    expect(corners(box)).toEqual([
      { x: 6, y: 18 },
      { x: 14, y: 18 },
      { x: 14, y: 22 },
      { x: 6, y: 22 },
    ]);
  });

  it('turn clockwise with the angle', () => {
    const [first, second] = corners({ ...box, angle: Math.PI / 2 });
    expect(first.x).toBeCloseTo(12);
    expect(first.y).toBeCloseTo(16);
    expect(second.x).toBeCloseTo(12);
    expect(second.y).toBeCloseTo(24);
  });
});

describe('grow', () => {
  it('pushes out all four sides', () => {
    expect(grow(box, 1.5)).toEqual({ ...box, width: 11, height: 7 });
  });
});

describe('scale', () => {
  it('scales an upright box side by side', () => {
    expect(scale(box, 2, 3)).toEqual({ centre: { x: 20, y: 60 }, width: 16, height: 12, angle: 0 });
  });

  it('keeps the direction of a turned box along its width, and the area', () => {
    const scaled = scale({ ...box, angle: Math.PI / 4 }, 2, 1);
    expect(Math.tan(scaled.angle)).toBeCloseTo(0.5);
    expect(scaled.width * scaled.height).toBeCloseTo(8 * 4 * 2);
  });
});

describe('readable', () => {
  it('leaves a wide box alone', () => {
    expect(readable(box)).toBe(box);
  });

  it('leaves a box less than one and a half times as tall as wide alone', () => {
    const single = { ...box, width: 10, height: 14.9 };
    expect(readable(single)).toBe(single);
  });

  it('reads a tall box downwards', () => {
    expect(readable({ ...box, width: 4, height: 6, angle: 0.1 })).toEqual({
      centre: box.centre,
      width: 6,
      height: 4,
      angle: 0.1 + Math.PI / 2,
    });
  });
});
