import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const hardSigmoid: UnaryKernel<'hardSigmoid'> = mapped(({ alpha, beta }) => (x) => {
  const line = alpha * x + beta;
  return line < 0 ? 0 : line > 1 ? 1 : line;
});
