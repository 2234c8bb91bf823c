import { emitBlocks } from '../elements/blocks.js';
import { type Shares, shares } from '../elements/shares.js';
import { f32x4, type FunctionBuilder, i32, type Local, v128 } from '../encoder/index.js';
import { emitTransposedBlock } from '../movement/transpose-block.js';
import { loadLanes, vectorBytes } from '../tiles/lanes.js';
import { panelColumns, panelCount, panelRowBytes } from '../tiles/panels.js';

/** Matrices that are packed into panels at run time. */
export interface PackedMatrices {
  readonly matrices: number;
  /** Rows of a panel behind its row of biases, which are zero. */
  readonly depth: number;
  readonly columns: number;
  /** Whether the matrices lie as `[columns, depth]`. */
  readonly transposed: boolean;
}

/** How panels fall into units. */
export function panelShares({ matrices, depth, columns }: PackedMatrices): Shares {
  return shares(matrices * panelCount(columns), panelColumns * (depth + 1));
}

/** Writes the unit that packs some panels of matrices at `source` one behind the other to `panels`. */
export function emitPackUnit(
  f: FunctionBuilder,
  packed: PackedMatrices,
  unit: Local<'i32'>,
  source: number,
  panels: number,
): void {
  const { depth, columns, transposed } = packed;
  const count = panelCount(columns);
  panelShares(packed).emit(f, unit, (panel) => {
    const matrix = f.local('i32', i32.divU(panel, count));
    const within = f.local('i32', i32.sub(panel, i32.mul(matrix, count)));
    const columnBytes = panelColumns * (transposed ? depth : 1) * 4;
    const start = i32.add(i32.mul(matrix, depth * columns * 4), i32.mul(within, columnBytes));
    const from = f.local('i32', i32.add(start, source));
    const to = f.local('i32', i32.add(i32.mul(panel, (depth + 1) * panelRowBytes), panels));
    const pack = (width: number): void => {
      f.do(v128.store(to, f32x4.splat(0)));
      f.do(v128.store(to, f32x4.splat(0), vectorBytes));
      f.advance(to, panelRowBytes);
      if (transposed) packColumns(f, packed, from, to, width);
      else packRows(f, packed, from, to, width);
    };
    emitBlocks(f, within, columns, panelColumns, pack);
  });
}

/** Rows of a panel are pieces of the matrix's rows. */
function packRows(
  f: FunctionBuilder,
  { depth, columns }: PackedMatrices,
  from: Local<'i32'>,
  to: Local<'i32'>,
  width: number,
): void {
  f.for({ from: 0, to: depth }, () => {
    for (let column = 0; column < panelColumns; column += 4) {
      const lanes = Math.min(4, width - column);
      const value = lanes > 0 ? loadLanes(from, lanes, column * 4) : f32x4.splat(0);
      f.do(v128.store(to, value, column * 4));
    }
    f.advance(from, columns * 4);
    f.advance(to, panelRowBytes);
  });
}

/** Columns of a panel are the matrix's rows. */
function packColumns(
  f: FunctionBuilder,
  { depth }: PackedMatrices,
  from: Local<'i32'>,
  to: Local<'i32'>,
  width: number,
): void {
  const block = (rows: number): void => {
    for (let column = 0; column < panelColumns; column += 4) {
      const source = f.local('i32', i32.add(from, column * depth * 4));
      const target = f.local('i32', i32.add(to, column * 4));
      const filled = Math.max(0, Math.min(4, width - column));
      emitTransposedBlock(
        f,
        source,
        target,
        { rows, columns: filled },
        depth * 4,
        panelRowBytes,
        4,
      );
    }
  };
  f.for({ from: 0, to: Math.floor(depth / 4) }, () => {
    block(4);
    f.advance(from, vectorBytes);
    f.advance(to, 4 * panelRowBytes);
  });
  if (depth % 4 > 0) block(depth % 4);
}
