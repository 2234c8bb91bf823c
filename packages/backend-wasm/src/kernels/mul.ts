import { arithmetic, binary } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const mul: Kernel<'mul'> = binary('mul', arithmetic.mul);
