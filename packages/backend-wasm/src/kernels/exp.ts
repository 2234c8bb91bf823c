import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const exp: Kernel<'exp'> = unary('exp');
