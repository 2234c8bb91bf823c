import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const cosh: Kernel<'cosh'> = unary('cosh');
