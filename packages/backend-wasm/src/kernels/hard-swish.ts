import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const hardSwish: Kernel<'hardSwish'> = unary('hardSwish');
