import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const sinh: Kernel<'sinh'> = unary('sinh');
