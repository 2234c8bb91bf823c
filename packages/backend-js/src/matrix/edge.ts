import { panelColumns } from './panels.js';

/** A tile whose panel is narrower than four columns is computed here, then copied as far as it goes. */
export const edge: Float32Array = new Float32Array(4 * panelColumns);

/** Copies the first rows and columns of {@link edge} to their place. */
export function copyEdge(
  rows: number,
  columns: number,
  y: Float32Array,
  offset: number,
  stride: number,
): void {
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) y[offset + row * stride + j] = edge[row * panelColumns + j]!;
  }
}
