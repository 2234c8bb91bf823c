import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const atanh: UnaryKernel<'atanh'> = mapped(() => Math.atanh);
