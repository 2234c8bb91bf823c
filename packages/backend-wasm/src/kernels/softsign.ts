import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const softsign: Kernel<'softsign'> = unary('softsign');
