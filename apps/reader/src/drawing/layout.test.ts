import { describe, expect, it } from 'vitest';
import { layoutFor } from './layout.js';

describe('layoutFor', () => {
  it('puts a tall picture and its text side by side, shrunk to fit', () => {
    const { scale, picture, text, width, height } = layoutFor({ width: 2000, height: 2800 });
    expect(scale).toBe(0.5);
    expect(picture).toEqual({ x: 36, y: 104, width: 1000, height: 1400 });
    expect(text).toEqual({ x: 1072, y: 104, width: 1000, height: 1400 });
    expect([width, height]).toEqual([2108, 1540]);
  });

  it('puts the text of a wide picture below it', () => {
    const { picture, text, height } = layoutFor({ width: 1000, height: 300 });
    expect(picture).toEqual({ x: 36, y: 104, width: 1000, height: 300 });
    expect(text).toEqual({ x: 36, y: 440, width: 1000, height: 300 });
    expect(height).toBe(776);
  });

  it('enlarges a small picture, threefold at most', () => {
    expect(layoutFor({ width: 320, height: 320 }).scale).toBe(2);
    expect(layoutFor({ width: 40, height: 20 }).scale).toBe(3);
  });

  it('leaves room for the header of a narrow picture', () => {
    expect(layoutFor({ width: 20, height: 1000 }).width).toBe(760);
  });
});
