import type { Kernel } from '../kernel.js';
import { poolKernel } from '../pooling/pool-kernel.js';

/** Four channels at a time, so that the place of a tap is looked up once. `Math.max` passes NaN on. */
export const maxPool2d: Kernel<'maxPool2d'> = poolKernel(
  (x, y, at, channels, taps, count) => {
    let c = 0;
    for (; c + 3 < channels; c += 4) {
      let m0 = -Infinity;
      let m1 = m0;
      let m2 = m0;
      let m3 = m0;
      for (let t = 0; t < count; t++) {
        const tap = taps[t]! + c;
        m0 = Math.max(m0, x[tap]!);
        m1 = Math.max(m1, x[tap + 1]!);
        m2 = Math.max(m2, x[tap + 2]!);
        m3 = Math.max(m3, x[tap + 3]!);
      }
      const o = at + c;
      y[o] = m0;
      y[o + 1] = m1;
      y[o + 2] = m2;
      y[o + 3] = m3;
    }
    for (; c < channels; c++) {
      let greatest = -Infinity;
      for (let t = 0; t < count; t++) greatest = Math.max(greatest, x[taps[t]! + c]!);
      y[at + c] = greatest;
    }
  },
  () => false,
);
