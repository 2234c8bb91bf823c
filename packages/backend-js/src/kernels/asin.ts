import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const asin: UnaryKernel<'asin'> = mapped(() => Math.asin);
