import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const asinh: UnaryKernel<'asinh'> = mapped(() => Math.asinh);
