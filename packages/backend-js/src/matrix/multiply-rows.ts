import type { RangeLoop } from '../elementwise/unary.js';
import { blockRows, packBlocks } from './blocks.js';
import { stripRows } from './multiply.js';
import { multiplyBlocks } from './multiply-blocks.js';
import { tile1x4 } from './tile.js';
import { copyEdge, edge } from './edge.js';
import { panelColumns } from './panels.js';

/** Room to pack a strip in. */
export interface StripMemory {
  readonly data: Float32Array;
  /** `blockViews` of the data. */
  readonly blocks: readonly Float32Array[];
}

/** Rows that are packed at a time; fewer than a block are not worth packing. */
export function packedStrip(rows: number, depth: number): number {
  return rows < blockRows ? 0 : Math.min(stripRows(depth), rows);
}

/**
 * `y = f(bias + x · filter)` for rows that lie one after another: a pointwise convolution over pixels,
 * a dense layer over samples.
 *
 * @param panels `panelViews` of the packed filter
 * @param memory of `packedStrip(rows, depth)` rows
 */
export function multiplyRows(
  x: Float32Array,
  rows: number,
  depth: number,
  panels: readonly Float32Array[],
  columns: number,
  y: Float32Array,
  activate: RangeLoop | undefined,
  memory: StripMemory,
): void {
  const strip = packedStrip(rows, depth);
  if (strip === 0) {
    for (let row = 0; row < rows; row++)
      multiplyRow(x, row * depth, depth, panels, columns, y, row * columns);
    activate?.(y, y, 0, rows * columns);
    return;
  }
  for (let row = 0; row < rows; row += strip) {
    const count = Math.min(strip, rows - row);
    const o = row * columns;
    packBlocks(x, row * depth, depth, count, depth, memory.data);
    multiplyBlocks(memory.blocks, count, depth, panels, 0, columns, y, o, columns);
    activate?.(y, y, o, o + count * columns);
  }
}

function multiplyRow(
  x: Float32Array,
  xOffset: number,
  depth: number,
  panels: readonly Float32Array[],
  columns: number,
  y: Float32Array,
  yOffset: number,
): void {
  for (let column = 0, index = 0; column < columns; column += panelColumns, index++) {
    if (columns - column >= panelColumns) {
      tile1x4(x, xOffset, 1, depth, panels[index]!, 0, y, yOffset + column);
    } else {
      tile1x4(x, xOffset, 1, depth, panels[index]!, 0, edge, 0);
      copyEdge(1, columns - column, y, yOffset + column, columns);
    }
  }
}
