import type { Kernel } from '../kernel.js';
import { poolKernel } from '../pooling/pool-kernel.js';

/**
 * Four channels at a time, so that the place of a tap is looked up once. Sums in double precision; a
 * window on nothing that counts is 0 / 0.
 */
export const averagePool2d: Kernel<'averagePool2d'> = poolKernel(
  (x, y, at, channels, taps, count, divisor) => {
    let c = 0;
    for (; c + 3 < channels; c += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let t = 0; t < count; t++) {
        const tap = taps[t]! + c;
        s0 += x[tap]!;
        s1 += x[tap + 1]!;
        s2 += x[tap + 2]!;
        s3 += x[tap + 3]!;
      }
      const o = at + c;
      y[o] = s0 / divisor;
      y[o + 1] = s1 / divisor;
      y[o + 2] = s2 / divisor;
      y[o + 3] = s3 / divisor;
    }
    for (; c < channels; c++) {
      let sum = 0;
      for (let t = 0; t < count; t++) sum += x[taps[t]! + c]!;
      y[at + c] = sum / divisor;
    }
  },
  ({ countPadding }) => countPadding,
);
