import { resolveAxis } from '@separable/core';
import { type FunctionBuilder, type Local } from '../encoder/index.js';

/** One axis of x, or several that merged; steps are in elements. */
export interface NestAxis {
  readonly extent: number;
  readonly step: number;
}

/** The loops of a reduction over as few axes as possible. */
export interface ReductionNest {
  /** Axes of the result but for `columns`, outermost first. */
  readonly kept: readonly NestAxis[];
  /** Axes to reduce but for `run`. */
  readonly reduced: readonly NestAxis[];
  /** Elements without gaps that belong to as many results; 1 when the innermost axis is reduced. */
  readonly columns: number;
  /** Elements without gaps that belong to one result; 1 when the innermost axis is kept. */
  readonly run: number;
  /** Runs of columns. */
  readonly rows: number;
  /** Elements that make one result. */
  readonly count: number;
}

/** Sorts the axes of x by whether they are reduced; `null` reduces all. */
export function reductionNest(
  shape: readonly number[],
  axes: readonly number[] | null,
): ReductionNest {
  const named = new Set(axes?.map((axis) => resolveAxis(axis, shape.length)));
  const merged: (NestAxis & { readonly isReduced: boolean })[] = [];
  let step = 1;
  for (const [axis, extent] of [...shape.entries()].reverse()) {
    const isReduced = axes === null || named.has(axis);
    const inner = merged[0];
    if (inner?.isReduced === isReduced) merged[0] = { ...inner, extent: inner.extent * extent };
    else if (extent !== 1) merged.unshift({ extent, step, isReduced });
    step *= extent;
  }
  const last = merged.pop() ?? { extent: 1, step: 1, isReduced: false };
  const kept = merged.filter(({ isReduced }) => !isReduced);
  const reduced = merged.filter(({ isReduced }) => isReduced);
  const run = last.isReduced ? last.extent : 1;
  const product = (list: readonly NestAxis[]): number =>
    list.reduce((size, { extent }) => size * extent, 1);
  return {
    kept,
    reduced,
    columns: last.isReduced ? 1 : last.extent,
    run,
    rows: product(kept),
    count: product(reduced) * run,
  };
}

/** Writes the loops over reduced axes; the body gets the address of each run. */
export function emitReduced(
  f: FunctionBuilder,
  axes: readonly NestAxis[],
  from: Local<'i32'>,
  body: (at: Local<'i32'>) => void,
): void {
  const [axis, ...inner] = axes;
  if (axis === undefined) {
    body(from);
    return;
  }
  const at = f.local('i32', from);
  f.for({ from: 0, to: axis.extent }, () => {
    emitReduced(f, inner, at, body);
    f.advance(at, axis.step * 4);
  });
}
