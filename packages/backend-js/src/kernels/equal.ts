import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const equal: Kernel<'equal'> = binary(() => pairwise((a, b) => Number(a === b)));
