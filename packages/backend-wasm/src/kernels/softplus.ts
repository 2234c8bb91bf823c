import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const softplus: Kernel<'softplus'> = unary('softplus');
