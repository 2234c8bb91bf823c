import { arithmetic, binary } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const div: Kernel<'div'> = binary('div', arithmetic.div);
