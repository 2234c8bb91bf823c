import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const selu: Kernel<'selu'> = unary('selu');
