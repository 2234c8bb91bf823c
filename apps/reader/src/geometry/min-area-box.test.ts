import { describe, expect, it } from 'vitest';
import { minAreaBox } from './min-area-box.js';
import { corners, type RotatedBox } from './rotated-box.js';

const degrees = (angle: number): number => (angle * 180) / Math.PI;
const turned = (box: Omit<RotatedBox, 'angle'>, angle: number): RotatedBox => ({
  ...box,
  angle: (angle * Math.PI) / 180,
});

describe('minAreaBox', () => {
  const box = { centre: { x: 40, y: 25 }, width: 60, height: 12 };

  it.each([-44, -7, -0.5, 0, 3, 30, 44])('recovers a rectangle turned by %d degrees', (angle) => {
    const inside = { x: 41, y: 26 };
    const found = minAreaBox([...corners(turned(box, angle)), inside]);
    expect(degrees(found.angle)).toBeCloseTo(angle, 6);
    expect(found.width).toBeCloseTo(60, 6);
    expect(found.height).toBeCloseTo(12, 6);
    expect(found.centre.x).toBeCloseTo(40, 6);
    expect(found.centre.y).toBeCloseTo(25, 6);
  });

  it('measures a rectangle past 45 degrees along its other side', () => {
    const found = minAreaBox(corners(turned(box, 80)));
    expect(degrees(found.angle)).toBeCloseTo(-10, 6);
    expect(found.width).toBeCloseTo(12, 6);
    expect(found.height).toBeCloseTo(60, 6);
  });

  it('is no larger than the upright box of a triangle', () => {
    const found = minAreaBox([
      { x: 0, y: 0 },
      { x: 10, y: 10 },
      { x: 2, y: 12 },
    ]);
    // One side on the edge (0, 0)–(10, 10): √200 long, and (2, 12) is 10 / √2 away from it.
    expect(found.width * found.height).toBeCloseTo(100, 6);
  });

  it.each([
    ['one point', [{ x: 3, y: 4 }], 0],
    [
      'two points',
      [
        { x: 3, y: 4 },
        { x: 9, y: 4 },
      ],
      6,
    ],
    [
      'points on one line',
      [
        { x: 3, y: 4 },
        { x: 5, y: 4 },
        { x: 9, y: 4 },
      ],
      6,
    ],
  ])('gives %s no height', (_, points, width) => {
    expect(minAreaBox(points)).toMatchObject({ width, height: 0 });
  });
});
