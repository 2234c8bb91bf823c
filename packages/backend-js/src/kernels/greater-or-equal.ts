import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const greaterOrEqual: Kernel<'greaterOrEqual'> = binary(() =>
  pairwise((a, b) => Number(a >= b)),
);
