import { type Expression, v128 } from '../encoder/index.js';

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
