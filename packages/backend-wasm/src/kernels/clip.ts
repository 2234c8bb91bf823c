import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const clip: Kernel<'clip'> = unary('clip');
