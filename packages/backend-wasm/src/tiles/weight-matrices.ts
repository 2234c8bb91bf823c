import { panelColumns, panelsLength } from './panels.js';

/** Neighbouring rows of a matrix that lie evenly in a filter. */
export interface RowBlock {
  /** Of the first element, in floats. */
  readonly offset: number;
  readonly rows: number;
  /** Floats from one row to the next. */
  readonly step: number;
}

/** The matrices of a convolution, one a group, as they lie in its filter and its bias. */
export interface WeightMatrices {
  readonly groups: number;
  /** Floats from a group to the next. */
  readonly groupStep: number;
  /** The rows of a matrix from top to bottom. */
  readonly blocks: readonly RowBlock[];
  readonly columns: number;
  /** Whether each matrix lies as `[columns, rows]`; only such as have one block. */
  readonly transposed?: boolean;
}

/** Rows of each matrix. */
export function depthOf({ blocks }: WeightMatrices): number {
  return blocks.reduce((sum, { rows }) => sum + rows, 0);
}

/** Floats of the panels of all matrices. */
export function matricesLength(matrices: WeightMatrices): number {
  return matrices.groups * panelsLength(depthOf(matrices), matrices.columns);
}

/** Writes the panels of all matrices, none transposed: for each eight columns their biases, then row by row the weights. */
export function packMatrices(
  { groups, groupStep, blocks, columns }: WeightMatrices,
  filter: ArrayLike<number>,
  bias: ArrayLike<number> | undefined,
  panels: Float32Array,
  at = 0,
): void {
  let to = at;
  for (let group = 0; group < groups; group++) {
    for (let first = 0; first < columns; first += panelColumns) {
      const count = Math.min(panelColumns, columns - first);
      for (let j = 0; j < count; j++) panels[to + j] = bias?.[group * columns + first + j] ?? 0;
      to += panelColumns;
      for (const { offset, rows, step } of blocks) {
        let from = group * groupStep + offset + first;
        for (let row = 0; row < rows; row++, from += step, to += panelColumns) {
          // Most of the time a session takes to be made passes here, in code that is not yet warm.
          if (count === panelColumns) copyEight(filter, from, panels, to);
          else for (let j = 0; j < count; j++) panels[to + j] = filter[from + j]!;
        }
      }
    }
  }
}

function copyEight(
  source: ArrayLike<number>,
  from: number,
  target: Float32Array,
  to: number,
): void {
  for (let j = 0; j < panelColumns; j += 4) {
    target[to + j] = source[from + j]!;
    target[to + j + 1] = source[from + j + 1]!;
    target[to + j + 2] = source[from + j + 2]!;
    target[to + j + 3] = source[from + j + 3]!;
  }
}
