import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const isNaN: UnaryKernel<'isNaN'> = mapped(() => (x) => Number(x !== x));
