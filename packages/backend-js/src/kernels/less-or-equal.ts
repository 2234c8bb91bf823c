import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const lessOrEqual: Kernel<'lessOrEqual'> = binary(() => pairwise((a, b) => Number(a <= b)));
