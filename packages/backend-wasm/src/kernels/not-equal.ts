import { comparison } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const notEqual: Kernel<'notEqual'> = comparison('notEqual', 'ne');
