import { exponential } from '../elementwise/exponential.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const exp: UnaryKernel<'exp'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = exponential(x[i]!);
});
