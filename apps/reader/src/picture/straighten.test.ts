import { describe, expect, it } from 'vitest';
import type { Picture } from './picture.js';
import { straighten } from './straighten.js';

const plain = { mean: [0, 0, 0], deviation: [1, 1, 1] } as const;

/** A picture whose red grows by 10 a column and green by 10 a row. */
function ramp(width: number, height: number): Picture {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([10 * x, 10 * y, 200, 255], 4 * (y * width + x));
  }
  return { width, height, data };
}

const bytesOf = (plane: Float32Array): number[] =>
  [...plane].map((level) => Math.round(level * 255 * 100) / 100);

describe('straighten', () => {
  it('copies an upright box of its own size, blue first', () => {
    const box = { centre: { x: 3, y: 2 }, width: 2, height: 2, angle: 0 };
    const { data, shape } = straighten(ramp(6, 4), box, { width: 2, height: 2 }, plain);
    expect(shape).toEqual([1, 3, 2, 2]);
    expect(bytesOf(data)).toEqual([200, 200, 200, 200, 10, 10, 20, 20, 20, 30, 20, 30]);
  });

  it('reads a box that is turned a quarter clockwise from top to bottom', () => {
    const box = { centre: { x: 3, y: 2 }, width: 2, height: 2, angle: Math.PI / 2 };
    const { data } = straighten(ramp(6, 4), box, { width: 2, height: 2 }, plain);
    const [green, red] = [data.subarray(4, 8), data.subarray(8, 12)];
    expect(bytesOf(green)).toEqual([10, 20, 10, 20]);
    expect(bytesOf(red)).toEqual([30, 30, 20, 20]);
  });

  it('averages what it shrinks', () => {
    const box = { centre: { x: 4, y: 2 }, width: 8, height: 4, angle: 0 };
    const { data } = straighten(ramp(8, 4), box, { width: 2, height: 1 }, plain);
    // Means of 0..30 and 40..70.
    expect(bytesOf(data.subarray(4, 6))).toEqual([15, 55]);
  });

  it('takes the rim for what lies outside', () => {
    const box = { centre: { x: -10, y: -10 }, width: 2, height: 2, angle: 0 };
    const { data } = straighten(ramp(4, 4), box, { width: 1, height: 1 }, plain);
    expect(bytesOf(data)).toEqual([200, 0, 0]);
  });

  it('normalises and leaves the padding at zero', () => {
    const box = { centre: { x: 0.5, y: 0.5 }, width: 1, height: 1, angle: 0 };
    const size = { width: 1, height: 1, paddedWidth: 3 };
    const half = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] } as const;
    const { data, shape } = straighten(ramp(1, 1), box, size, half);
    expect(shape).toEqual([1, 3, 1, 3]);
    expect([...data]).toEqual([Math.fround((200 / 255 - 0.5) / 0.5), 0, 0, -1, 0, 0, -1, 0, 0]);
  });
});
