import { arithmetic, binary } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const add: Kernel<'add'> = binary('add', arithmetic.add);
