import { stridesOf } from '@separable/core';
import { copyRun, type ElementPair } from './element-pair.js';

/**
 * For each axis the index in `x` that each index in `y` takes; undefined where they are the same
 * along the whole axis.
 */
export type Picks = readonly (Int32Array | undefined)[];

/** `y[i_0, i_1, …] = x[picks_0[i_0], picks_1[i_1], …]` with everything but the arrays worked out. */
export interface PickedCopy {
  /** Offsets in x by axis, for the axes that pick and those before them. */
  readonly offsets: readonly Int32Array[];
  /** Elements behind the last of these axes: they move as one. */
  readonly run: number;
}

/** Works out a copy that picks indices axis by axis. */
export function planPicks(
  from: readonly number[],
  to: readonly number[],
  picks: Picks,
): PickedCopy {
  const strides = stridesOf(from);
  const depth = picks.findLastIndex((pick) => pick !== undefined) + 1;
  const offsets = picks.slice(0, depth).map((pick, axis) => {
    const indices = pick ?? Int32Array.from({ length: to[axis]! }, (_, i) => i);
    return indices.map((index) => index * strides[axis]!);
  });
  return { offsets, run: to.slice(depth).reduce((size, extent) => size * extent, 1) };
}

const single = new Int32Array(1);

/** Copies; `counter` has an element for each axis of offsets. */
export function copyPicked(
  { offsets, run }: PickedCopy,
  counter: Int32Array,
  { x, y, xStart, yStart }: ElementPair,
): void {
  const depth = offsets.length;
  const last = offsets[depth - 1] ?? single;
  if (offsets.some((places) => places.length === 0)) return;
  counter.fill(0);
  for (let target = yStart; ;) {
    let base = xStart;
    for (let axis = 0; axis < depth - 1; axis++) base += offsets[axis]![counter[axis]!]!;
    for (let i = 0; i < last.length; i++, target += run)
      copyRun(x, base + last[i]!, y, target, run);
    let axis = depth - 2;
    for (; axis >= 0 && ++counter[axis]! === offsets[axis]!.length; axis--) counter[axis] = 0;
    if (axis < 0) return;
  }
}
