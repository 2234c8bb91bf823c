import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const acos: UnaryKernel<'acos'> = mapped(() => Math.acos);
