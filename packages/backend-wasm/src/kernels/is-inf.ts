import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const isInf: Kernel<'isInf'> = unary('isInf');
