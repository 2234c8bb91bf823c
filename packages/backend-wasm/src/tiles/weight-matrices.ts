import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import { panelColumns, panelCount, panelRowBytes, panelsLength } from './panels.js';

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
}

/** Rows of each matrix. */
export function depthOf({ blocks }: WeightMatrices): number {
  return blocks.reduce((sum, { rows }) => sum + rows, 0);
}

/** Floats of the panels of all matrices. */
export function matricesLength(matrices: WeightMatrices): number {
  return matrices.groups * panelsLength(depthOf(matrices), matrices.columns);
}

/** Writes the panels of all matrices: for each eight columns their biases, then row by row the weights. */
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
        for (let row = 0; row < rows; row++, to += panelColumns) {
          const from = group * groupStep + offset + row * step + first;
          for (let j = 0; j < count; j++) panels[to + j] = filter[from + j]!;
        }
      }
    }
  }
}

/** Units of {@link emitPackMatrices}: one a panel. */
export function packMatricesUnits({ groups, columns }: WeightMatrices): number {
  return groups * panelCount(columns);
}

/** Writes the code that packs one panel while the graph runs, for weights that it computes. */
export function emitPackMatrices(
  f: FunctionBuilder,
  unit: Local<'i32'>,
  matrices: WeightMatrices,
  place: { readonly filter: number; readonly bias: number | undefined; readonly panels: number },
): void {
  const { groups, groupStep, blocks, columns } = matrices;
  const count = panelCount(columns);
  const panelBytes = (depthOf(matrices) + 1) * panelRowBytes;
  const group = f.local('i32', groups === 1 ? 0 : i32.divU(unit, count));
  const first = f.local('i32', i32.mul(i32.sub(unit, i32.mul(group, count)), panelColumns));
  const to = f.local('i32', i32.add(i32.mul(unit, panelBytes), place.panels));
  const from = f.local('i32');
  const copyRow = (): void => {
    for (let j = 0; j < panelColumns; j++) {
      f.if(
        i32.ltS(i32.add(first, j), columns),
        () => f.do(i32.store(to, i32.load(from, j * 4), j * 4)),
        () => f.do(i32.store(to, 0, j * 4)),
      );
    }
    f.advance(to, panelRowBytes);
  };
  if (place.bias === undefined) {
    for (let j = 0; j < panelColumns; j++) f.do(i32.store(to, 0, j * 4));
    f.advance(to, panelRowBytes);
  } else {
    const start = i32.add(i32.mul(group, columns), first);
    f.set(from, i32.add(i32.mul(start, 4), place.bias));
    copyRow();
  }
  for (const { offset, rows, step } of blocks) {
    const start = i32.add(i32.add(i32.mul(group, groupStep), offset), first);
    f.set(from, i32.add(i32.mul(start, 4), place.filter));
    f.for({ from: 0, to: rows }, () => {
      copyRow();
      f.advance(from, step * 4);
    });
  }
}
