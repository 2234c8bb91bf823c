import type { RangeLoop } from '../elementwise/unary.js';
import { multiply, stripRows } from './multiply.js';

/**
 * `y = f(bias + x · filter)` for rows that lie one after another: a pointwise convolution over pixels,
 * a dense layer over samples.
 */
export function multiplyRows(
  x: Float32Array,
  rows: number,
  depth: number,
  panels: Float32Array,
  columns: number,
  y: Float32Array,
  activate: RangeLoop | undefined,
): void {
  const strip = stripRows(depth);
  for (let row = 0; row < rows; row += strip) {
    const count = Math.min(strip, rows - row);
    const o = row * columns;
    multiply(x, row * depth, depth, count, depth, panels, 0, columns, y, o, columns);
    activate?.(y, y, o, o + count * columns);
  }
}
