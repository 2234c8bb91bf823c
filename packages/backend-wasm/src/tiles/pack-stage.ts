import type { OpName } from '@separable/core';
import { emitBlocks } from '../elements/blocks.js';
import { shares } from '../elements/shares.js';
import {
  f32x4,
  type FunctionBuilder,
  i32,
  type Local,
  type Operand,
  v128,
} from '../encoder/index.js';
import type { EmitSite, Stage } from '../kernel.js';
import { emitTransposedBlock } from '../movement/transpose-block.js';
import { loadLanes, vectorBytes } from './lanes.js';
import { panelColumns, panelCount, panelRowBytes } from './panels.js';
import { depthOf, type WeightMatrices } from './weight-matrices.js';

/** Where matrices come from and go to. */
export interface PackPlace {
  readonly source: number;
  /** Biases, all matrices' one behind the other; zero without. */
  readonly bias?: number | undefined;
  readonly panels: number;
}

/** The stage that packs panels while the graph runs, for weights that it computes. */
export function packStage<K extends OpName>(
  matrices: WeightMatrices,
  placeOf: (site: EmitSite<K>) => PackPlace,
): Stage<K> {
  const count = panelCount(matrices.columns);
  const dealt = shares(matrices.groups * count, panelColumns * (depthOf(matrices) + 1));
  return {
    units: dealt.units,
    emit(site) {
      const { f, unit } = site;
      dealt.emit(f, unit, (panel) => {
        const matrix = f.local('i32', i32.divU(panel, count));
        const within = f.local('i32', i32.sub(panel, i32.mul(matrix, count)));
        emitBlocks(f, within, matrices.columns, panelColumns, (width) =>
          emitPanel(f, matrices, placeOf(site), panel, matrix, within, width),
        );
      });
    },
  };
}

/** One panel, `width` columns of it: its biases, then its rows. */
function emitPanel(
  f: FunctionBuilder,
  packed: WeightMatrices,
  { source, bias, panels }: PackPlace,
  panel: Local<'i32'>,
  matrix: Local<'i32'>,
  within: Local<'i32'>,
  width: number,
): void {
  const { groupStep, blocks, columns, transposed } = packed;
  const depth = depthOf(packed);
  const to = f.local('i32', i32.add(i32.mul(panel, (depth + 1) * panelRowBytes), panels));
  const from = f.local('i32');
  const start = (index: Operand<'i32'>, address: number): void =>
    f.set(from, i32.add(i32.mul(index, 4), address));
  const column = f.local('i32', i32.mul(within, panelColumns));
  if (bias !== undefined) start(i32.add(i32.mul(matrix, columns), column), bias);
  emitRow(f, from, to, bias === undefined ? 0 : width);
  const group = i32.mul(matrix, groupStep);
  if (transposed) {
    start(i32.add(group, i32.mul(column, depth)), source);
    packColumns(f, depth, from, to, width);
    return;
  }
  for (const { offset, rows, step } of blocks) {
    start(i32.add(i32.add(group, column), offset), source);
    f.for({ from: 0, to: rows }, () => {
      emitRow(f, from, to, width);
      f.advance(from, step * 4);
    });
  }
}

/** A row of a panel: `width` floats, then zeros. */
function emitRow(f: FunctionBuilder, from: Local<'i32'>, to: Local<'i32'>, width: number): void {
  for (let column = 0; column < panelColumns; column += 4) {
    const lanes = Math.min(4, width - column);
    const value = lanes > 0 ? loadLanes(from, lanes, column * 4) : f32x4.splat(0);
    f.do(v128.store(to, value, column * 4));
  }
  f.advance(to, panelRowBytes);
}

/** Columns of a panel are the matrix's rows. */
function packColumns(
  f: FunctionBuilder,
  depth: number,
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
