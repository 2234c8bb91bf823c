import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const neg: Kernel<'neg'> = unary('neg');
