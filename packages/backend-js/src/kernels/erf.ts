import { errorFunction } from '../elementwise/error-function.js';
import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const erf: UnaryKernel<'erf'> = mapped(() => errorFunction);
