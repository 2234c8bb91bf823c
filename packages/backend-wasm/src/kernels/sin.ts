import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const sin: Kernel<'sin'> = unary('sin');
