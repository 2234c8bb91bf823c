import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const acos: Kernel<'acos'> = unary('acos');
