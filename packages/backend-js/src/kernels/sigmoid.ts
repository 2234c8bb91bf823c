import { exponential } from '../elementwise/exponential.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const sigmoid: UnaryKernel<'sigmoid'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = 1 / (1 + exponential(-x[i]!));
});
