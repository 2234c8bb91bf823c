import { describe, expect, it } from 'vitest';
import { inputSize } from './input-size.js';

describe('inputSize', () => {
  it.each([
    [
      { width: 1200, height: 1520 },
      { width: 768, height: 960 },
    ],
    [
      { width: 640, height: 480 },
      { width: 640, height: 480 },
    ],
    [
      { width: 650, height: 470 },
      { width: 640, height: 480 },
    ],
    [
      { width: 5, height: 3 },
      { width: 32, height: 32 },
    ],
    [
      { width: 60_000, height: 10 },
      { width: 960, height: 32 },
    ],
  ])('searches %o at %o', (picture, size) => {
    expect(inputSize(picture, 960)).toEqual(size);
  });
});
