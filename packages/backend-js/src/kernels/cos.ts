import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const cos: UnaryKernel<'cos'> = mapped(() => Math.cos);
