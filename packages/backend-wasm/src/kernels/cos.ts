import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const cos: Kernel<'cos'> = unary('cos');
