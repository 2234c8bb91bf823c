/** Columns of a panel: two vectors. */
export const panelColumns = 8;
/** Bytes of one row of a panel. */
export const panelRowBytes: number = panelColumns * 4;

/** Panels that `columns` columns make. */
export function panelCount(columns: number): number {
  return Math.ceil(columns / panelColumns);
}

/** Floats of the panels of a matrix: a row of biases, then its rows. */
export function panelsLength(rows: number, columns: number): number {
  return panelCount(columns) * (rows + 1) * panelColumns;
}
