import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const softsign: UnaryKernel<'softsign'> = mapped(() => (x) => x / (1 + Math.abs(x)));
