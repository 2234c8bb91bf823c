import { mapped } from '../elementwise/mapped.js';
import type { UnaryKernel } from '../elementwise/unary.js';

export const isInf: UnaryKernel<'isInf'> = mapped(() => (x) => Number(Math.abs(x) === Infinity));
