import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const log: UnaryKernel<'log'> = mapped(() => Math.log);
