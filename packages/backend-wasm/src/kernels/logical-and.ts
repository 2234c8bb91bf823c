import { binary } from '../elementwise/binary.js';
import { v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const logicalAnd: Kernel<'logicalAnd'> = binary('logicalAnd', v128.and, v128.and);
