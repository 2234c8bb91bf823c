import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const logicalNot: UnaryKernel<'logicalNot'> = mapped(() => (x) => 1 - x);
