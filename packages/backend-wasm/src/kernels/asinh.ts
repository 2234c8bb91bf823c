import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const asinh: Kernel<'asinh'> = unary('asinh');
