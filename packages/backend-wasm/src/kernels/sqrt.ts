import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const sqrt: Kernel<'sqrt'> = unary('sqrt');
