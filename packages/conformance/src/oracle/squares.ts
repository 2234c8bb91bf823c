import type { Arithmetic, Running } from './running-error.js';
import { productError } from './sum.js';

/** `Σ x²`; the sum's bound holds the rounding of the squares. */
export function sumOfSquares(a: Arithmetic, terms: readonly Running[]): Running {
  return a.sum(
    'reduction',
    terms.map(({ value, error }) => ({
      value: value * value,
      error: productError(value, error, value, error),
    })),
  );
}
