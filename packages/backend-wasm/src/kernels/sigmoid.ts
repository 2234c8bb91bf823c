import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const sigmoid: Kernel<'sigmoid'> = unary('sigmoid');
