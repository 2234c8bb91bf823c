import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const sqrt: UnaryKernel<'sqrt'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = Math.sqrt(x[i]!);
});
