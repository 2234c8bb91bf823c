import { sizeOf, stridesOf } from '@separable/core';
import type { Step } from '../kernel.js';

/** One axis of a result; each operand advances by its own step, 0 where it is stretched. */
interface NestAxis {
  readonly extent: number;
  readonly steps: readonly number[];
}

/** The loops of an elementwise op over operands that broadcast, over as few axes as possible. */
export interface BroadcastNest {
  readonly outer: readonly NestAxis[];
  /** The innermost axis; every step is 0 or 1. */
  readonly inner: NestAxis;
  /** Elements of the result. */
  readonly size: number;
}

/** Elements `start … end − 1` of the result, with the operands' first elements at i, j and k. */
export type Row = (start: number, end: number, i: number, j: number, k: number) => void;

/** Lays operands out along a result: axes of one element vanish, axes that run on merge. */
export function broadcastNest(
  operands: readonly (readonly number[])[],
  result: readonly number[],
): BroadcastNest {
  const strides = operands.map(stridesOf);
  const axes: NestAxis[] = [];
  for (const [axis, extent] of result.entries()) {
    if (extent === 1) continue;
    const steps = operands.map((shape, o) => {
      const own = axis - result.length + shape.length;
      return own < 0 || shape[own] === 1 ? 0 : strides[o]![own]!;
    });
    const outer = axes.at(-1);
    if (outer?.steps.every((step, o) => step === steps[o]! * extent)) {
      axes[axes.length - 1] = { extent: outer.extent * extent, steps };
    } else {
      axes.push({ extent, steps });
    }
  }
  const inner = axes.pop() ?? { extent: 1, steps: operands.map(() => 0) };
  return { outer: axes, inner, size: sizeOf(result) };
}

/** The step that runs `row` over every row of a nest of up to three operands. */
export function walkNest({ outer, inner, size }: BroadcastNest, row: Row): Step {
  const { extent } = inner;
  if (size === 0) return () => {};
  if (outer.length === 0) return () => row(0, extent, 0, 0, 0);
  const counter = new Int32Array(outer.length);
  const extents = Int32Array.from(outer, (axis) => axis.extent);
  const [first, second, third] = [0, 1, 2].map((o) =>
    Int32Array.from(outer, ({ steps }) => steps[o] ?? 0),
  );
  return () => {
    let i = 0;
    let j = 0;
    let k = 0;
    counter.fill(0);
    for (let start = 0; start < size; start += extent) {
      row(start, start + extent, i, j, k);
      for (let axis = extents.length - 1; axis >= 0; axis--) {
        i += first![axis]!;
        j += second![axis]!;
        k += third![axis]!;
        const count = ++counter[axis]!;
        if (count < extents[axis]!) break;
        counter[axis] = 0;
        i -= first![axis]! * count;
        j -= second![axis]! * count;
        k -= third![axis]! * count;
      }
    }
  };
}
