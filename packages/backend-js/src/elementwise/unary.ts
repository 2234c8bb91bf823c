import { type AttributesOf, type OpName, type TensorData } from '@separable/core';
import type { Kernel, PlanSite, StepPlan } from '../kernel.js';

/**
 * `y[i] = f(x[i])` for `start ≤ i < end`. `x` and `y` may be the same array.
 *
 * Every op writes this loop itself: a loop shared by all ops would call its function through a
 * megamorphic call, several times slower than the arithmetic.
 */
export type RangeLoop = (x: TensorData, y: TensorData, start: number, end: number) => void;

/** The kernel of an elementwise op of one operand. */
export type UnaryKernel<K extends OpName> = Kernel<K> & {
  /** The loop by itself; convolutions run it over each strip of results as fused activation. */
  loop(attributes: AttributesOf<K>): RangeLoop;
};

/**
 * Makes the kernel of a unary op whose result has the operand's dtype.
 *
 * @param loop the loop for given attributes; constants it needs are computed before the loop
 */
export function unary<K extends OpName>(
  loop: (attributes: AttributesOf<K>) => RangeLoop,
): UnaryKernel<K> {
  return {
    loop,
    plan({ attributes }: PlanSite<K>): StepPlan<K> {
      const run = loop(attributes);
      return {
        inPlace: ['x'] as never,
        bind({ operands, results }) {
          const { x } = operands as unknown as { readonly x: TensorData };
          const y = results[0]!;
          return () => run(x, y, 0, y.length);
        },
      };
    },
  };
}
