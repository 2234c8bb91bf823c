import { sizeOf, stridesOf } from '@separable/core';
import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';

/** One axis of a result; each operand advances by its own step in elements, 0 where it is stretched. */
interface NestAxis {
  readonly extent: number;
  readonly steps: readonly number[];
}

/** The loops of an elementwise op over operands that broadcast, over as few axes as possible. */
export interface BroadcastNest {
  readonly outer: readonly NestAxis[];
  /** The innermost axis; every step is 0 or 1. */
  readonly inner: NestAxis;
  /** Runs of the innermost axis. */
  readonly rows: number;
}

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
  const size = sizeOf(result);
  return { outer: axes, inner, rows: size === 0 ? 0 : size / inner.extent };
}

/** Whether some axis repeats an operand's elements. */
export function isStretched({ outer, inner }: BroadcastNest, operand: number): boolean {
  return [...outer, inner].some(({ extent, steps }) => extent > 1 && steps[operand] === 0);
}

/** Writes the code that finds where the operands' elements of a row start, in elements. */
export function emitRowStarts(
  f: FunctionBuilder,
  { outer }: BroadcastNest,
  row: Local<'i32'>,
): readonly Local<'i32'>[] {
  const count = outer[0]?.steps.length ?? 0;
  const starts = Array.from({ length: Math.max(count, 3) }, () => f.local('i32', 0));
  const rest = f.local('i32', row);
  for (const { extent, steps } of [...outer].reverse()) {
    const index = f.local('i32', i32.remU(rest, extent));
    f.set(rest, i32.divU(rest, extent));
    steps.forEach((step, o) => {
      if (step !== 0) f.advance(starts[o]!, i32.mul(index, step));
    });
  }
  return starts;
}
