import { tensor, type Tensor } from '@separable/core';
import { Random } from './mutate.js';

/**
 * Something like a scanned page, as `[n, 3, height, width]` of mean 0 and deviation 1 or so: rows of
 * dark strokes on white. Networks that look for text answer to it with numbers that are not all tiny.
 */
export function page(
  [n, channels, height, width]: readonly [number, number, number, number],
  seed = 1,
): Tensor {
  const random = new Random(seed);
  const plane = new Float32Array(height * width).fill(2.1);
  for (let top = 6; top + 14 < height; top += 22) {
    for (let left = 6; left + 8 < width - 6; left += 10) {
      for (let stroke = 0; stroke < 3; stroke++) {
        const upright = random.below(2) === 0;
        const at = random.below(upright ? 7 : 14);
        for (let i = 0; i < (upright ? 14 : 7); i++) {
          const [row, column] = upright ? [top + i, left + at] : [top + at, left + i];
          for (const thick of [0, 1]) plane[row * width + column + thick] = -1.9;
        }
      }
    }
  }
  const data = new Float32Array(n * channels * height * width);
  for (let i = 0; i < n * channels; i++) data.set(plane, i * plane.length);
  return tensor('float32', [n, channels, height, width], data);
}
