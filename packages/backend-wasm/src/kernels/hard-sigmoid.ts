import { unary } from '../elementwise/unary.js';
import type { Kernel } from '../kernel.js';

export const hardSigmoid: Kernel<'hardSigmoid'> = unary('hardSigmoid');
