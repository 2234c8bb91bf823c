import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const tan: Kernel<'tan'> = unary('tan');
