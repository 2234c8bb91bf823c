import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const ceil: UnaryKernel<'ceil'> = mapped(() => Math.ceil);
