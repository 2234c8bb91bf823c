import type { Kernel } from '../kernel.js';
import { poolKernel } from '../pooling/pool-kernel.js';

/** Sums in double precision; a window on nothing that counts is 0 / 0. */
export const averagePool2d: Kernel<'averagePool2d'> = poolKernel(
  (x, y, at, channels, taps, count, divisor) => {
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let t = 0; t < count; t++) sum += x[taps[t]! + c]!;
      y[at + c] = sum / divisor;
    }
  },
  ({ countPadding }) => countPadding,
);
