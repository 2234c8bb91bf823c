import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const selu: UnaryKernel<'selu'> = mapped(
  ({ alpha, gamma }) =>
    (x) =>
      gamma * (x < 0 ? alpha * Math.expm1(x) : x),
);
