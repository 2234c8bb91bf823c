import { copyEdge, edge } from './edge.js';
import { panelColumns, panelLength } from './panels.js';
import { tile1x4, tile4x4 } from './tile.js';

/**
 * `y[r, j] = bias[j] + Σ_k a[r, k] · b[k, j]` for a block of rows of `a` and packed `b`.
 *
 * Panels go outside and rows inside: a panel stays in the first-level cache while the rows pass, so
 * callers keep the block of rows within the second level ({@link stripRows}).
 */
export function multiply(
  a: Float32Array,
  aOffset: number,
  aStride: number,
  rows: number,
  depth: number,
  panels: Float32Array,
  panelsOffset: number,
  columns: number,
  y: Float32Array,
  yOffset: number,
  yStride: number,
): void {
  const whole = rows - (rows % 4);
  let panel = panelsOffset;
  for (let column = 0; column < columns; column += panelColumns, panel += panelLength(depth)) {
    const present = columns - column;
    const narrow = present < panelColumns;
    const o = yOffset + column;
    for (let row = 0; row < whole; row += 4) {
      const x = aOffset + row * aStride;
      if (narrow) {
        tile4x4(a, x, aStride, depth, panels, panel, edge, 0, panelColumns);
        copyEdge(4, present, y, o + row * yStride, yStride);
      } else {
        tile4x4(a, x, aStride, depth, panels, panel, y, o + row * yStride, yStride);
      }
    }
    for (let row = whole; row < rows; row++) {
      const x = aOffset + row * aStride;
      if (narrow) {
        tile1x4(a, x, 1, depth, panels, panel, edge, 0);
        copyEdge(1, present, y, o + row * yStride, yStride);
      } else {
        tile1x4(a, x, 1, depth, panels, panel, y, o + row * yStride);
      }
    }
  }
}

/** Bytes of a block of rows that stays in the second-level cache beside a panel and the results. */
const stripBytes = 64 * 1024;

/** Rows of `depth` float32 elements to multiply at a time: a multiple of 4. */
export function stripRows(depth: number): number {
  return Math.max(4, Math.floor(stripBytes / 4 / Math.max(1, depth) / 4) * 4);
}
