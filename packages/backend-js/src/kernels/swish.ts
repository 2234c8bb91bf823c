import { exponential } from '../elementwise/exponential.js';
import { unary, type UnaryKernel } from '../elementwise/unary.js';

export const swish: UnaryKernel<'swish'> = unary(({ beta }) => (x, y, start, end) => {
  for (let i = start; i < end; i++) {
    const value = x[i]!;
    const inner = -beta * value;
    // The table ends at 120, too early for a great x.
    y[i] = value / (1 + (inner > 100 ? Math.exp(inner) : exponential(inner)));
  }
});
