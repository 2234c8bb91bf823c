import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const rsqrt: UnaryKernel<'rsqrt'> = mapped(() => (x) => 1 / Math.sqrt(x));
