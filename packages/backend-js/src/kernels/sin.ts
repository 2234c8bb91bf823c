import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const sin: UnaryKernel<'sin'> = mapped(() => Math.sin);
