import { unary, type UnaryKernel } from '../elementwise/unary.js';

/**
 * The gate `min(max(x + 3, 0), 6)` as `(|x + 3| − |x − 3| + 6) / 2`, without branches that are guessed wrong.
 * Far out, where the differences would lose 3, branches are guessed right.
 */
export const hardSwish: UnaryKernel<'hardSwish'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) {
    const value = x[i]!;
    y[i] =
      Math.abs(value) > 1e6
        ? value * (value < 0 ? 0 : 1)
        : value * ((Math.abs(value + 3) - Math.abs(value - 3) + 6) * (1 / 12));
  }
});
