import { binary, type PairLoops } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

const loops: PairLoops = {
  both(a, b, y, start, end, p, q) {
    for (let i = start; i < end; i++) y[i] = a[i + p]! - b[i + q]!;
  },
  right(a, b, y, start, end, p) {
    for (let i = start; i < end; i++) y[i] = a[i + p]! - b;
  },
  left(a, b, y, start, end, q) {
    for (let i = start; i < end; i++) y[i] = a - b[i + q]!;
  },
};

/** Integers wrap when they are stored. */
export const sub: Kernel<'sub'> = binary(() => loops);
