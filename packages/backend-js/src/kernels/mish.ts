import { exponential } from '../elementwise/exponential.js';
import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

/** `tanh(ln(1 + n)) = m / (m + 2)` with `m = n·(n + 2)` and `n = e^x`: nothing cancels. */
export const mish: UnaryKernel<'mish'> = mapped(() => (x) => {
  if (x < -100) return x * Math.exp(x);
  const n = exponential(x);
  const m = n * (n + 2);
  return x * (m / (m + 2));
});
