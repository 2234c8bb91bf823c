import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const log: Kernel<'log'> = unary('log');
