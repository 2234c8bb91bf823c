import { arithmetic, binary } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const sub: Kernel<'sub'> = binary('sub', arithmetic.sub);
