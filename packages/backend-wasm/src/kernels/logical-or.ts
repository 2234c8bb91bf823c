import { binary } from '../elementwise/binary.js';
import { v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const logicalOr: Kernel<'logicalOr'> = binary('logicalOr', v128.or, v128.or);
