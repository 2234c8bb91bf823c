import { comparison } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const less: Kernel<'less'> = comparison('less', 'lt');
