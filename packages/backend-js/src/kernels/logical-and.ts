import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const logicalAnd: Kernel<'logicalAnd'> = binary(() => pairwise((a, b) => a & b));
