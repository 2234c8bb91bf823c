import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const round: Kernel<'round'> = unary('round');
