import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

/** NaN wins on either side. */
export const maximum: Kernel<'maximum'> = binary(() =>
  pairwise((a, b) => (a > b || a !== a ? a : b)),
);
