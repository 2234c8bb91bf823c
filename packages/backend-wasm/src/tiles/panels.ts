/** Columns of a panel: two vectors. */
export const panelColumns = 8;
/** Bytes of one row of a panel. */
export const panelRowBytes: number = panelColumns * 4;

/** Where the elements of a matrix of weights lie. */
export interface MatrixPlace {
  readonly offset: number;
  /** Elements from one row, an input, to the next. */
  readonly rowStep: number;
}

/** Panels that `columns` columns make. */
export function panelCount(columns: number): number {
  return Math.ceil(columns / panelColumns);
}

/** Floats of the panels of a matrix: a row of biases, then its rows. */
export function panelsLength(rows: number, columns: number): number {
  return panelCount(columns) * (rows + 1) * panelColumns;
}

/**
 * Rearranges a matrix `[rows, columns]` into panels of eight columns: first the biases, then the weights
 * of each input. Columns that are not there are zero.
 */
export function packPanels(
  weights: ArrayLike<number>,
  { offset, rowStep }: MatrixPlace,
  rows: number,
  columns: number,
  bias: ArrayLike<number> | undefined,
  biasOffset: number,
  panels: Float32Array,
  at: number,
): void {
  let to = at;
  for (let first = 0; first < columns; first += panelColumns) {
    const count = Math.min(panelColumns, columns - first);
    for (let j = 0; j < count; j++) panels[to + j] = bias?.[biasOffset + first + j] ?? 0;
    to += panelColumns;
    for (let row = 0; row < rows; row++, to += panelColumns) {
      const from = offset + row * rowStep + first;
      for (let j = 0; j < count; j++) panels[to + j] = weights[from + j]!;
    }
  }
}
