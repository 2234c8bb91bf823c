import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const atan: Kernel<'atan'> = unary('atan');
