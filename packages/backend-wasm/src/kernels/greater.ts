import { comparison } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const greater: Kernel<'greater'> = comparison('greater', 'gt');
