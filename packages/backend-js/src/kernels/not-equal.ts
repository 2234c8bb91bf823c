import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const notEqual: Kernel<'notEqual'> = binary(() => pairwise((a, b) => Number(a !== b)));
