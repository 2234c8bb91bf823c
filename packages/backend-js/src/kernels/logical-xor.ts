import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const logicalXor: Kernel<'logicalXor'> = binary(() => pairwise((a, b) => a ^ b));
