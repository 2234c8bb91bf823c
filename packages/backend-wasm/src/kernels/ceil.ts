import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const ceil: Kernel<'ceil'> = unary('ceil');
