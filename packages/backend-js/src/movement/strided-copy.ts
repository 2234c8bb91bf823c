import type { TensorData } from '@separable/core';
import type { Step } from '../kernel.js';
import { copyRun, type ElementPair, elementPair } from './element-pair.js';

/** One axis of a copy: how many elements, and how far apart they lie on either side. */
export interface CopyAxis {
  readonly extent: number;
  /** 0 repeats an element, negative walks backwards. */
  readonly from: number;
  readonly to: number;
}

/** `y[toStart + Σ i_a·to_a] = x[fromStart + Σ i_a·from_a]` over all indices. No two targets are equal. */
export interface StridedCopy {
  readonly axes: readonly CopyAxis[];
  readonly fromStart: number;
  readonly toStart: number;
}

/** Side of the squares in which a matrix is transposed: both sides of one stay in the first cache. */
const tile = 16;

/** The same copy over as few axes as possible: axes of one element vanish, adjacent ones merge. */
export function mergeAxes(axes: readonly CopyAxis[]): readonly CopyAxis[] {
  const merged: CopyAxis[] = [];
  for (const axis of axes) {
    if (axis.extent === 1) continue;
    const outer = merged.at(-1);
    if (outer?.from === axis.from * axis.extent && outer.to === axis.to * axis.extent) {
      merged[merged.length - 1] = { ...axis, extent: outer.extent * axis.extent };
    } else {
      merged.push(axis);
    }
  }
  return merged;
}

/** The step that makes a copy between two arrays of one dtype. */
export function bindCopy(copy: StridedCopy, from: TensorData, to: TensorData): Step {
  const axes = mergeAxes(copy.axes);
  if (axes.some(({ extent }) => extent === 0)) return () => {};
  const { outer, matrix } = matrixAxes(axes);
  const pair = elementPair(from, to);
  const source = pair.xStart + copy.fromStart;
  const target = pair.yStart + copy.toStart;
  const counter = new Int32Array(outer.length);
  return () => walk(outer, counter, matrix, pair, source, target);
}

type Matrix = readonly [rows: CopyAxis, columns: CopyAxis];

/**
 * The two axes of the inner loops. Where the last axis writes without gaps but does not read so, the
 * one that reads without gaps is the other: the copy is a transposition of matrices.
 */
function matrixAxes(axes: readonly CopyAxis[]): {
  readonly outer: readonly CopyAxis[];
  readonly matrix: Matrix;
} {
  const columns = axes.at(-1) ?? { extent: 1, from: 1, to: 1 };
  const others = axes.slice(0, -1);
  const reading = columns.from === 1 ? -1 : others.findIndex(({ from }) => from === 1);
  const at = reading < 0 ? others.length - 1 : reading;
  const rows = others[at] ?? { extent: 1, from: 0, to: 0 };
  // A few columns make short inner loops; the rows make long ones.
  const isNarrow = columns.extent < tile && columns.extent < rows.extent && rows.from === 1;
  return {
    outer: others.filter((_, i) => i !== at),
    matrix: isNarrow ? [columns, rows] : [rows, columns],
  };
}

function walk(
  outer: readonly CopyAxis[],
  counter: Int32Array,
  matrix: Matrix,
  pair: ElementPair,
  source: number,
  target: number,
): void {
  let [f, t] = [source, target];
  counter.fill(0);
  for (;;) {
    copyMatrix(matrix, pair, f, t);
    let axis = outer.length - 1;
    for (; axis >= 0; axis--) {
      const { extent, from, to } = outer[axis]!;
      f += from;
      t += to;
      if (++counter[axis]! < extent) break;
      f -= from * extent;
      t -= to * extent;
      counter[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** Copies the two inner axes: run by run, a transposition in squares, or element by element. */
function copyMatrix(
  [rows, columns]: Matrix,
  { x, y }: ElementPair,
  source: number,
  target: number,
): void {
  const { from, to, extent: width } = columns;
  const { from: rowFrom, to: rowTo, extent: height } = rows;
  if (from === 1 && to === 1) {
    for (let i = 0; i < height; i++) copyRun(x, source + i * rowFrom, y, target + i * rowTo, width);
    return;
  }
  const isTransposition = rowFrom === 1 && height >= tile;
  const [rowStep, columnStep] = isTransposition ? [tile, tile] : [height, width];
  for (let top = 0; top < height; top += rowStep) {
    const bottom = Math.min(top + rowStep, height);
    for (let left = 0; left < width; left += columnStep) {
      const count = Math.min(columnStep, width - left);
      for (let i = top; i < bottom; i++) {
        const f = source + i * rowFrom + left * from;
        const t = target + i * rowTo + left * to;
        for (let j = 0; j < count; j++) y[t + j * to] = x[f + j * from]!;
      }
    }
  }
}
