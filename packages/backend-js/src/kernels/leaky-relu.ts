import { unary, type UnaryKernel } from '../elementwise/unary.js';

/** The slope is looked up: a branch on the sign would be guessed wrong every other time. */
export const leakyRelu: UnaryKernel<'leakyRelu'> = unary(({ alpha }) => {
  const slopes = Float64Array.of(1, alpha);
  return (x, y, start, end) => {
    for (let i = start; i < end; i++) {
      const value = x[i]!;
      y[i] = value * slopes[Number(value < 0)]!;
    }
  };
});
