import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const acosh: UnaryKernel<'acosh'> = mapped(() => Math.acosh);
