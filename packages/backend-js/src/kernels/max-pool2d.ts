import type { Kernel } from '../kernel.js';
import { poolKernel } from '../pooling/pool-kernel.js';

/** `Math.max` passes NaN on. */
export const maxPool2d: Kernel<'maxPool2d'> = poolKernel(
  (x, y, at, channels, taps, count) => {
    for (let c = 0; c < channels; c++) {
      let greatest = -Infinity;
      for (let t = 0; t < count; t++) greatest = Math.max(greatest, x[taps[t]! + c]!);
      y[at + c] = greatest;
    }
  },
  () => false,
);
