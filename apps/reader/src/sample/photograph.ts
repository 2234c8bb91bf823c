import type { ImageData } from '@napi-rs/canvas';
import { random } from './random.js';

/**
 * Makes clean pixels look photographed, in place: light that falls off to one corner, uneven
 * paper, and the grain of a sensor.
 */
export function photograph({ width, height, data }: ImageData, seed: number): void {
  const next = random(seed);
  const uneven = valueNoise(width, height, 90, next);
  const fibres = valueNoise(width, height, 5, next);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const corner = Math.hypot(x / width - 0.25, y / height - 0.15);
      const light = 1.04 - 0.24 * corner ** 1.6;
      const texture = 9 * (uneven(x, y) - 0.5) + 6 * (fibres(x, y) - 0.5);
      const grain = 9 * (next() + next() - 1);
      for (let c = 0; c < 3; c++) {
        const at = 4 * (y * width + x) + c;
        const warmth = c === 2 ? 0.985 : 1;
        data[at] = data[at]! * light * warmth + texture + grain;
      }
    }
  }
}

/** Smooth noise, 0 to 1: random heights on a lattice of `cell` pixels, blended in between. */
function valueNoise(
  width: number,
  height: number,
  cell: number,
  next: () => number,
): (x: number, y: number) => number {
  const columns = Math.ceil(width / cell) + 2;
  const lattice = Float32Array.from({ length: columns * (Math.ceil(height / cell) + 2) }, next);
  const smooth = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    const [fx, fy] = [smooth(x / cell - column), smooth(y / cell - row)];
    const at = row * columns + column;
    const upper = lattice[at]! * (1 - fx) + lattice[at + 1]! * fx;
    const lower = lattice[at + columns]! * (1 - fx) + lattice[at + columns + 1]! * fx;
    return upper * (1 - fy) + lower * fy;
  };
}
