import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const abs: UnaryKernel<'abs'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = Math.abs(x[i]!);
});
