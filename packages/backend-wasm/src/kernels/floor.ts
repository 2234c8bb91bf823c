import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const floor: Kernel<'floor'> = unary('floor');
