import type { Point } from '../geometry/rotated-box.js';

/** A network's answer for each pixel: how likely it is that text covers it. */
export interface ProbabilityMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/**
 * Finds the 8-connected regions where the probability is above a threshold.
 *
 * Each region comes as the centres of its first and last pixel in every row it touches: enough for
 * its convex hull, in any row order. A flood fill with its own stack, so no region is too large.
 */
export function regions(map: ProbabilityMap, threshold: number): Point[][] {
  const { width, height, data } = map;
  const open = Uint8Array.from(data, (probability) => (probability > threshold ? 1 : 0));
  const found: Point[][] = [];
  const stack: number[] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue;
    const rows = new Map<number, { first: number; last: number }>();
    open[start] = 0;
    stack.push(start);
    for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
      const y = Math.floor(pixel / width);
      const x = pixel - y * width;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, { first: x, last: x });
      else [row.first, row.last] = [Math.min(row.first, x), Math.max(row.last, x)];
      for (let ny = Math.max(y - 1, 0); ny <= Math.min(y + 1, height - 1); ny++) {
        for (let nx = Math.max(x - 1, 0); nx <= Math.min(x + 1, width - 1); nx++) {
          const neighbour = ny * width + nx;
          if (open[neighbour] === 0) continue;
          open[neighbour] = 0;
          stack.push(neighbour);
        }
      }
    }
    found.push(
      [...rows].flatMap(([y, { first, last }]) =>
        [first, last].map((x) => ({ x: x + 0.5, y: y + 0.5 })),
      ),
    );
  }
  return found;
}
