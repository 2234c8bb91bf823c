import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const leakyRelu: Kernel<'leakyRelu'> = unary('leakyRelu');
