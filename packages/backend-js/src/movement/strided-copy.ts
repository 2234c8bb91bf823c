import type { TensorData } from '@separable/core';
import type { Step } from '../kernel.js';

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

/** Contiguous elements from which on the engine's own copy beats a loop. */
const longRun = 256;
/** Rows that each have a view of their own; more would cost too much memory. */
const rowLimit = 4096;
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
  const [x, y] = [asIntegers(from), asIntegers(to)];
  const inner = axes.at(-1) ?? { extent: 1, from: 1, to: 1 };
  const rows = axes.slice(0, -1).reduce((count, { extent }) => count * extent, 1);
  const isRun = inner.from === 1 && inner.to === 1;
  if (isRun && (rows === 1 || (inner.extent >= longRun && rows <= rowLimit))) {
    const views: { readonly row: typeof x; readonly at: number }[] = [];
    forEachRow(axes.slice(0, -1), copy.fromStart, copy.toStart, (source, target) => {
      views.push({ row: x.subarray(source, source + inner.extent), at: target });
    });
    return () => {
      for (let i = 0; i < views.length; i++) y.set(views[i]!.row, views[i]!.at);
    };
  }
  const { outer, last } = matrixAxes(axes, inner);
  const counter = new Int32Array(outer.length);
  return () => walk(outer, counter, copy, last, x, y);
}

type Integers = Int32Array | Uint8Array;

/** The bits of the elements: copies of float32 and int32 run through one compiled loop. */
function asIntegers(data: TensorData): Integers {
  return data instanceof Float32Array
    ? new Int32Array(data.buffer, data.byteOffset, data.length)
    : data;
}

type Matrix = readonly [CopyAxis, CopyAxis];

/**
 * The two axes of the inner loops. Where the last axis writes without gaps but does not read so, the
 * one that reads without gaps is the other: the copy is a transposition of matrices.
 */
function matrixAxes(
  axes: readonly CopyAxis[],
  inner: CopyAxis,
): { readonly outer: readonly CopyAxis[]; readonly last: Matrix } {
  const others = axes.slice(0, -1);
  const reading = inner.from === 1 ? -1 : others.findIndex(({ from }) => from === 1);
  const at = reading < 0 ? others.length - 1 : reading;
  const beside = others[at] ?? { extent: 1, from: 0, to: 0 };
  return { outer: others.filter((_, i) => i !== at), last: [beside, inner] };
}

function walk(
  outer: readonly CopyAxis[],
  counter: Int32Array,
  { fromStart, toStart }: StridedCopy,
  [rows, columns]: Matrix,
  x: Integers,
  y: Integers,
): void {
  let [source, target] = [fromStart, toStart];
  const isTransposition = rows.from === 1 && columns.from !== 1 && columns.extent > 4;
  const [height, width] = isTransposition ? [tile, tile] : [rows.extent, columns.extent];
  counter.fill(0);
  for (;;) {
    for (let top = 0; top < rows.extent; top += height) {
      const bottom = Math.min(top + height, rows.extent);
      for (let left = 0; left < columns.extent; left += width) {
        const right = Math.min(left + width, columns.extent);
        for (let i = top; i < bottom; i++) {
          let f = source + i * rows.from + left * columns.from;
          let t = target + i * rows.to + left * columns.to;
          for (let j = left; j < right; j++) {
            y[t] = x[f]!;
            f += columns.from;
            t += columns.to;
          }
        }
      }
    }
    let axis = outer.length - 1;
    for (; axis >= 0; axis--) {
      const { extent, from, to } = outer[axis]!;
      source += from;
      target += to;
      if (++counter[axis]! < extent) break;
      source -= from * extent;
      target -= to * extent;
      counter[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** Visits the start of every row of a copy, without the innermost axis. */
function forEachRow(
  axes: readonly CopyAxis[],
  source: number,
  target: number,
  visit: (source: number, target: number) => void,
): void {
  const [axis, ...rest] = axes;
  if (axis === undefined) {
    visit(source, target);
    return;
  }
  for (let i = 0; i < axis.extent; i++) {
    forEachRow(rest, source + i * axis.from, target + i * axis.to, visit);
  }
}
