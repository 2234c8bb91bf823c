/** Columns of a panel: the width of the micro-kernel's tile. */
export const panelColumns = 4;

/** Where the elements of a matrix `[depth, columns]` lie in an array. */
export interface MatrixPlace {
  readonly offset: number;
  /** From one element of a column to the next. */
  readonly depthStride: number;
  /** From one element of a row to the next. */
  readonly columnStride: number;
}

/** Elements of the panels of a `[depth, columns]` matrix. */
export function panelsLength(depth: number, columns: number): number {
  return Math.ceil(columns / panelColumns) * panelLength(depth);
}

/** Elements of one panel: a row of biases, then `depth` rows of weights. */
export function panelLength(depth: number): number {
  return panelColumns * (depth + 1);
}

/**
 * Copies a matrix into panels of four columns, so that the micro-kernel reads it in one stream.
 *
 * A panel holds its four biases, then row after row of its four columns. Columns beyond the matrix
 * are zero; what the micro-kernel makes of them is never stored.
 *
 * @param bias one number a column from `biasOffset`; zeros when undefined
 */
export function packPanels(
  matrix: Float32Array,
  { offset, depthStride, columnStride }: MatrixPlace,
  depth: number,
  columns: number,
  bias: Float32Array | undefined,
  biasOffset: number,
  panels: Float32Array,
  panelsOffset: number,
): void {
  let p = panelsOffset;
  for (let column = 0; column < columns; column += panelColumns) {
    const present = Math.min(panelColumns, columns - column);
    for (let j = 0; j < panelColumns; j++) {
      panels[p + j] = j < present && bias !== undefined ? bias[biasOffset + column + j]! : 0;
    }
    p += panelColumns;
    let source = offset + column * columnStride;
    for (let k = 0; k < depth; k++) {
      for (let j = 0; j < present; j++) panels[p + j] = matrix[source + j * columnStride]!;
      for (let j = present; j < panelColumns; j++) panels[p + j] = 0;
      p += panelColumns;
      source += depthStride;
    }
  }
}

/** Panels of `[depth, …]` matrices as arrays of their own, for the reason `blockViews` gives. */
export function panelViews(panels: Float32Array, depth: number): readonly Float32Array[] {
  const length = panelLength(depth);
  return Array.from({ length: panels.length / length }, (_, i) =>
    panels.subarray(i * length, (i + 1) * length),
  );
}
