import { exponential } from '../elementwise/exponential.js';
import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

/** Above 40 the difference to x is below double precision. */
export const softplus: UnaryKernel<'softplus'> = mapped(
  () => (x) => (x > 40 ? x : Math.log1p(exponential(x))),
);
