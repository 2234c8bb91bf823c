import { binary } from '../elementwise/binary.js';
import { v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

export const logicalXor: Kernel<'logicalXor'> = binary('logicalXor', v128.xor, v128.xor);
