import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const rsqrt: Kernel<'rsqrt'> = unary('rsqrt');
