import { unary, type UnaryKernel } from '../elementwise/unary.js';

/** `x < 0 ? 0 : x`: NaN stays, which `Math.max` would do at twice the cost. */
export const relu: UnaryKernel<'relu'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) {
    const value = x[i]!;
    y[i] = value < 0 ? 0 : value;
  }
});
