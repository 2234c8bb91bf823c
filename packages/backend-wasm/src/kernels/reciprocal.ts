import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const reciprocal: Kernel<'reciprocal'> = unary('reciprocal');
