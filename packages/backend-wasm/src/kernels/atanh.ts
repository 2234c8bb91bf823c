import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const atanh: Kernel<'atanh'> = unary('atanh');
