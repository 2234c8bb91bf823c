import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const tan: UnaryKernel<'tan'> = mapped(() => Math.tan);
