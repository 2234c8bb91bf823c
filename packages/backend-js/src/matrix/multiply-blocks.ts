import { blockRows } from './blocks.js';
import { copyEdge, edge } from './edge.js';
import { panelColumns } from './panels.js';
import { tile1x4 } from './tile.js';
import { tileBlock } from './tile-block.js';

/**
 * `y[r, j] = bias[j] + Σ_k a[r, k] · b[k, j]` for packed blocks of `a` and packed panels of `b`.
 *
 * Panels go outside and blocks inside: a panel stays in the first-level cache while the blocks pass.
 *
 * @param blocks views of packed rows (see `packBlocks`), at least as many as `rows` fill
 * @param panels views of packed columns (see `packPanels`) from the index `firstPanel`
 */
export function multiplyBlocks(
  blocks: readonly Float32Array[],
  rows: number,
  depth: number,
  panels: readonly Float32Array[],
  firstPanel: number,
  columns: number,
  y: Float32Array,
  yOffset: number,
  yStride: number,
): void {
  const whole = Math.floor(rows / blockRows);
  const rest = rows - whole * blockRows;
  for (let column = 0, index = firstPanel; column < columns; column += panelColumns, index++) {
    const panel = panels[index]!;
    const present = columns - column;
    let o = yOffset + column;
    for (let block = 0; block < whole; block++, o += blockRows * yStride) {
      if (present >= panelColumns) {
        tileBlock(blocks[block]!, panel, depth, y, o, yStride);
      } else {
        tileBlock(blocks[block]!, panel, depth, edge, 0, panelColumns);
        copyEdge(blockRows, present, y, o, yStride);
      }
    }
    for (let row = 0; row < rest; row++, o += yStride) {
      if (present >= panelColumns) {
        tile1x4(blocks[whole]!, row, blockRows, depth, panel, 0, y, o);
      } else {
        tile1x4(blocks[whole]!, row, blockRows, depth, panel, 0, edge, 0);
        copyEdge(1, present, y, o, yStride);
      }
    }
  }
}
