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

/** Whether a copy takes all of its operand's elements in their order. */
export function keepsOrder({ axes, fromStart, toStart }: StridedCopy, size: number): boolean {
  const [axis, ...more] = mergeAxes(axes);
  if (fromStart !== 0 || toStart !== 0 || more.length > 0) return false;
  return axis === undefined ? size === 1 : axis.extent === size && axis.from === 1 && axis.to === 1;
}

/** Copies a part of each row of one value to a part of each row of another. */
export function copyRows(
  count: number,
  length: number,
  from: { readonly row: number; readonly start: number },
  to: { readonly row: number; readonly start: number },
): StridedCopy {
  return {
    axes: [
      { extent: count, from: from.row, to: to.row },
      { extent: length, from: 1, to: 1 },
    ],
    fromStart: from.start,
    toStart: to.start,
  };
}
