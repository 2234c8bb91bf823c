import { complementaryErrorFunction } from '../elementwise/error-function.js';
import { exponential } from '../elementwise/exponential.js';
import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

const slope = 2 * Math.sqrt(2 / Math.PI);

/**
 * Both forms without the cancellation of 1 + erf and 1 + tanh below 0. Below −15 float32 holds −0, but −Infinity
 * gives NaN.
 */
export const gelu: UnaryKernel<'gelu'> = mapped(({ approximate }) =>
  approximate === 'none' ? exact : byTanh,
);

function exact(x: number): number {
  if (x < -15) return x / Infinity;
  return 0.5 * x * complementaryErrorFunction(-x * Math.SQRT1_2);
}

/** `(1 + tanh u) / 2 = 1 / (1 + e^−2u)`. */
function byTanh(x: number): number {
  if (x < -15) return x / Infinity;
  return x / (1 + exponential(-slope * (x + 0.044715 * x * x * x)));
}
