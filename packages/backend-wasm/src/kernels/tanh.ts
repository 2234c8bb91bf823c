import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const tanh: Kernel<'tanh'> = unary('tanh');
