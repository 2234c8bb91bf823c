import { positivePart } from '../elementwise/positive-part.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const relu: UnaryKernel<'relu'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = positivePart(x[i]!);
});
