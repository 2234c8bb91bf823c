import { sizeOf, stridesOf } from '@separable/core';
import type { SteppedAxis } from '../elements/places.js';

/** The loops of an elementwise op over operands that broadcast, over as few axes as possible. */
export interface BroadcastNest {
  /** An operand's step is 0 where it is stretched. */
  readonly outer: readonly SteppedAxis[];
  /** The innermost axis; every step is 0 or 1. */
  readonly inner: SteppedAxis;
  /** Runs of the innermost axis. */
  readonly rows: number;
}

/** Lays operands out along a result: axes of one element vanish, axes that run on merge. */
export function broadcastNest(
  operands: readonly (readonly number[])[],
  result: readonly number[],
): BroadcastNest {
  const strides = operands.map(stridesOf);
  const axes: SteppedAxis[] = [];
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
  const size = sizeOf(result);
  return { outer: axes, inner, rows: size === 0 ? 0 : size / inner.extent };
}

/** Whether some axis repeats an operand's elements. */
export function isStretched({ outer, inner }: BroadcastNest, operand: number): boolean {
  return [...outer, inner].some(({ extent, steps }) => extent > 1 && steps[operand] === 0);
}
