import type { Instructions } from '../kernel.js';

/**
 * Cycles a tile of `rows` pixels spends on one row of a panel: a product and a sum of two vectors a
 * pixel, two of each at a time; below three pixels the additions wait for each other.
 */
function cycles(rows: number): number {
  return Math.max(rows, 3) + 0.35;
}

/** How a number of pixels falls into tiles: full ones of `rows`, then one of the rest. */
export interface Tiling {
  readonly rows: number;
  readonly full: number;
  readonly rest: number;
}

/** Cuts pixels into tiles of one height. */
export function tilingOf(pixels: number, rows: number): Tiling {
  return { rows, full: Math.floor(pixels / rows), rest: pixels % rows };
}

/**
 * Heights of full tiles. V8 keeps one of sixteen vector registers. Where loads move to the front, 4 × 8
 * sums, 2 weights, 4 pixels and a product fill the others; where they stay, 5 × 8 sums need one pixel
 * at a time; a fused multiply-add needs no place for the product.
 */
function heights({ relaxedMadd, keepsOrder }: Instructions): readonly number[] {
  if (!keepsOrder) return [4];
  return relaxedMadd ? [6, 5, 4] : [5, 4];
}

function cyclesIn(pixels: number, rows: number): number {
  const { full, rest } = tilingOf(pixels, rows);
  return full * cycles(rows) + (rest === 0 ? 0 : cycles(rest));
}

/** The height of tiles that takes `pixels` pixels in the fewest cycles. */
export function tileRows(pixels: number, instructions: Instructions): number {
  const candidates = heights(instructions);
  const costs = candidates.map((rows) => cyclesIn(pixels, rows));
  return candidates[costs.indexOf(Math.min(...costs))]!;
}

/** Cycles that tiles of `pixels` pixels spend on one row of a panel. */
export function tileCycles(pixels: number, instructions: Instructions): number {
  return cyclesIn(pixels, tileRows(pixels, instructions));
}
