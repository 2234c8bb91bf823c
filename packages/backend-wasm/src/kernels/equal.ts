import { comparison } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const equal: Kernel<'equal'> = comparison('equal', 'eq');
