import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const thresholdedRelu: UnaryKernel<'thresholdedRelu'> = mapped(({ alpha }) => {
  const threshold = Math.fround(alpha);
  return (x) => (x <= threshold ? 0 : x);
});
