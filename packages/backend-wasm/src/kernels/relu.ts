import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const relu: Kernel<'relu'> = unary('relu');
