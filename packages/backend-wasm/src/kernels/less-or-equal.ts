import { comparison } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const lessOrEqual: Kernel<'lessOrEqual'> = comparison('lessOrEqual', 'le');
