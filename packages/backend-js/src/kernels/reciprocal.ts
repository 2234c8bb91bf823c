import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const reciprocal: UnaryKernel<'reciprocal'> = mapped(() => (x) => 1 / x);
