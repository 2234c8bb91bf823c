import { comparison } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const greaterOrEqual: Kernel<'greaterOrEqual'> = comparison('greaterOrEqual', 'ge');
