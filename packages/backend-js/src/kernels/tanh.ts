import { exponential } from '../elementwise/exponential.js';
import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

/** `(e^2x − 1) / (e^2x + 1)`, and near 0, where that cancels, the Taylor series. */
export const tanh: UnaryKernel<'tanh'> = mapped(() => (x) => {
  if (Math.abs(x) < 0.1) {
    const q = x * x;
    return x + x * q * (-1 / 3 + q * (2 / 15 + q * (-17 / 315 + q * (62 / 2835))));
  }
  const power = exponential(2 * x);
  return (power - 1) / (power + 1);
});
