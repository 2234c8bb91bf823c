import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const logicalOr: Kernel<'logicalOr'> = binary(() => pairwise((a, b) => a | b));
