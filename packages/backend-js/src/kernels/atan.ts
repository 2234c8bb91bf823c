import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const atan: UnaryKernel<'atan'> = mapped(() => Math.atan);
