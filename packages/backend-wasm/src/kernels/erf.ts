import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const erf: Kernel<'erf'> = unary('erf');
