import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const greater: Kernel<'greater'> = binary(() => pairwise((a, b) => Number(a > b)));
