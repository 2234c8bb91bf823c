import { blank, type Exact } from './exact.js';
import { propagate } from './propagate.js';

/**
 * Maps each element by itself: the result has the dtype and shape of `x`.
 *
 * @param f the formula in float64
 * @param own what the op's own arithmetic may be off, given its exact result and argument; nothing
 * for ops that only choose or move, and not asked for integers
 */
export function mapElements(
  x: Exact,
  f: (x: number) => number,
  own: (result: number, argument: number) => number = () => 0,
): Exact {
  const y = blank(x.dtype, x.shape);
  const rounds = x.dtype === 'float32';
  for (let i = 0; i < x.value.length; i++) {
    const argument = x.value[i]!;
    const result = f(argument);
    y.value[i] = result;
    y.error[i] = propagate(f, argument, x.error[i]!) + (rounds ? own(result, argument) : 0);
  }
  return y;
}
