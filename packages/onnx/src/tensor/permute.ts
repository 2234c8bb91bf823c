import { allocate, type DType, stridesOf, type Tensor } from '@separable/core';

/** An axis of the result: its extent, and how far apart its neighbours lie in x and in the result. */
interface Axis {
  readonly extent: number;
  readonly from: number;
  readonly to: number;
}

type Numbers = Tensor['data'];

/** Rows and columns of a tile; both sides of one fit the first cache. */
const tile = 32;

/** A tensor with its axes in another order, as new data: axis a of the result is `permutation[a]` of x. */
export function permute<D extends DType>(x: Tensor<D>, permutation: readonly number[]): Tensor<D> {
  const shape = permutation.map((axis) => x.shape[axis]!);
  const data = allocate(x.dtype, x.data.length);
  if (data.length > 0) copy(x.data, data, mergedAxes(x.shape, permutation));
  return { dtype: x.dtype, shape, data };
}

/** Axes of the result without those of 1; those that stay side by side are one. */
function mergedAxes(shape: readonly number[], permutation: readonly number[]): readonly Axis[] {
  const strides = stridesOf(shape);
  const axes: Axis[] = [];
  let to = 1;
  for (const axis of permutation.toReversed()) {
    const extent = shape[axis]!;
    const from = strides[axis]!;
    const inner = axes[0];
    if (extent === 1) continue;
    if (inner !== undefined && from === inner.from * inner.extent)
      axes[0] = { extent: extent * inner.extent, from: inner.from, to: inner.to };
    else axes.unshift({ extent, from, to });
    to *= extent;
  }
  return axes;
}

/**
 * Copies tile by tile over the axis that is contiguous in x and the one that is in the result, for all
 * places on the other axes.
 */
function copy(source: Numbers, target: Numbers, axes: readonly Axis[]): void {
  const read = axes.find(({ from }) => from === 1) ?? single;
  const written = axes.find(({ to }) => to === 1) ?? single;
  const outer = axes.filter((axis) => axis !== read && axis !== written);
  const index = outer.map(() => 0);
  let [from, to] = [0, 0];
  for (;;) {
    if (read === written) target.set(source.subarray(from, from + read.extent), to);
    else transpose(source, target, { from, to, read, written });
    let axis = outer.length - 1;
    for (; axis >= 0; axis--) {
      const one = outer[axis]!;
      from += one.from;
      to += one.to;
      if (++index[axis]! < one.extent) break;
      from -= one.from * one.extent;
      to -= one.to * one.extent;
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}

const single: Axis = { extent: 1, from: 1, to: 1 };

interface Matrix {
  readonly from: number;
  readonly to: number;
  /** The axis whose neighbours lie side by side in the source. */
  readonly read: Axis;
  /** The axis whose neighbours lie side by side in the target. */
  readonly written: Axis;
}

function transpose(source: Numbers, target: Numbers, { from, to, read, written }: Matrix): void {
  const [rows, columns, rowStep, columnStep] = [read.extent, written.extent, read.to, written.from];
  for (let top = 0; top < rows; top += tile) {
    const bottom = Math.min(top + tile, rows);
    for (let left = 0; left < columns; left += tile) {
      const right = Math.min(left + tile, columns);
      for (let row = top; row < bottom; row++) {
        const out = to + row * rowStep;
        let at = from + row + left * columnStep;
        for (let column = left; column < right; column++, at += columnStep)
          target[out + column] = source[at]!;
      }
    }
  }
}
