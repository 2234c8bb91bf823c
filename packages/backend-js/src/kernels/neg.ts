import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const neg: UnaryKernel<'neg'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = -x[i]!;
});
