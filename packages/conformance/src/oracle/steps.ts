import type { DType } from '@separable/core';
import { blank, type Exact } from './exact.js';

/**
 * Maps each element by a function with jumps: exact, unless the operand's error reaches over a jump,
 * which makes the element ambiguous.
 */
export function mapSteps(x: Exact, f: (x: number) => number, dtype: DType = x.dtype): Exact {
  const y = blank(dtype, x.shape);
  for (let i = 0; i < x.value.length; i++) {
    const v = x.value[i]!;
    const e = x.error[i]!;
    y.value[i] = f(v);
    const flips = e > 0 && !(sameNumber(f(v - e), f(v)) && sameNumber(f(v + e), f(v)));
    y.error[i] = flips || e === Infinity ? Infinity : 0;
  }
  return y;
}

function sameNumber(a: number, b: number): boolean {
  return a === b || (Number.isNaN(a) && Number.isNaN(b));
}
