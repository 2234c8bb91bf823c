import { binary, type PairLoops } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

const loops: PairLoops = {
  both(x, slope, y, start, end, p, q) {
    for (let i = start; i < end; i++) {
      const value = x[i + p]!;
      y[i] = value < 0 ? value * slope[i + q]! : value;
    }
  },
  right(x, slope, y, start, end, p) {
    for (let i = start; i < end; i++) {
      const value = x[i + p]!;
      y[i] = value < 0 ? value * slope : value;
    }
  },
  /** The slope never stretches x. */
  left() {},
};

export const prelu: Kernel<'prelu'> = binary(() => loops, ['x', 'slope']);
