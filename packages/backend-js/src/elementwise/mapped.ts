import type { AttributesOf, OpName } from '@separable/core';
import { unary, type UnaryKernel } from './unary.js';

/**
 * The kernel of a unary op by its function of one number. The call costs a few nanoseconds an element:
 * ops that networks run on whole feature maps write their own loop.
 */
export function mapped<K extends OpName>(
  choose: (attributes: AttributesOf<K>) => (x: number) => number,
): UnaryKernel<K> {
  return unary<K>((attributes) => {
    const f = choose(attributes);
    return (x, y, start, end) => {
      for (let i = start; i < end; i++) y[i] = f(x[i]!);
    };
  });
}
