import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const isNaN: Kernel<'isNaN'> = unary('isNaN');
