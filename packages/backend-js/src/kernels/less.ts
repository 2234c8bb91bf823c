import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const less: Kernel<'less'> = binary(() => pairwise((a, b) => Number(a < b)));
