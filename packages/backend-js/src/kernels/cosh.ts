import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const cosh: UnaryKernel<'cosh'> = mapped(() => Math.cosh);
