import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const asin: Kernel<'asin'> = unary('asin');
