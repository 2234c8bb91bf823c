import { positivePart } from '../elementwise/positive-part.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const relu6: UnaryKernel<'relu6'> = unary(() => (x, y, start, end) => {
  for (let i = start; i < end; i++) y[i] = Math.min(positivePart(x[i]!), 6);
});
