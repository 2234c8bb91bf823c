import { type Expression, type FunctionBuilder, type Local, v128 } from '../encoder/index.js';

/** Four lanes picked from two vectors: 0 to 3 from the first, 4 to 7 from the second. */
export function shuffleLanes(
  a: Expression<'v128'>,
  b: Expression<'v128'>,
  ...lanes: readonly number[]
): Expression<'v128'> {
  const bytes = lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte));
  return v128.shuffle(a, b, bytes);
}

/** The first lanes of one vector, then those of another. */
export function firstLanes(
  a: Expression<'v128'>,
  b: Expression<'v128'>,
  count: number,
): Expression<'v128'> {
  return shuffleLanes(a, b, ...[0, 1, 2, 3].map((lane) => (lane < count ? lane : lane + 4)));
}

/** Writes the code that merges the four lanes of a total, and leaves the result in each. */
export function mergeLanes(
  f: FunctionBuilder,
  total: Local<'v128'>,
  merge: (a: Local<'v128'>, b: Local<'v128'>) => Expression<'v128'>,
): void {
  const turned = f.local('v128');
  for (const order of [
    [2, 3, 0, 1],
    [1, 0, 3, 2],
  ]) {
    f.set(turned, shuffleLanes(total, total, ...order));
    f.set(total, merge(total, turned));
  }
}
