import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const celu: UnaryKernel<'celu'> = mapped(
  ({ alpha }) =>
    (x) =>
      x < 0 ? alpha * Math.expm1(x / alpha) : x,
);
