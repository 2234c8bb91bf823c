import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const relu6: Kernel<'relu6'> = unary('relu6');
