import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const abs: Kernel<'abs'> = unary('abs');
