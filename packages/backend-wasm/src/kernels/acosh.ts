import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const acosh: Kernel<'acosh'> = unary('acosh');
