import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const sinh: UnaryKernel<'sinh'> = mapped(() => Math.sinh);
