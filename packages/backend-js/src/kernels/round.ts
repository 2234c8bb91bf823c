import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

/** Doubles of this size have no fraction, so that adding it rounds to an integer, ties to even. */
const large = 1.5 * 2 ** 52;

export const round: UnaryKernel<'round'> = mapped(() => (x) => {
  const rounded = x + large - large;
  return rounded === 0 ? x / Infinity : rounded;
});
