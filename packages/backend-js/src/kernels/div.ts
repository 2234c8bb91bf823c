import { binary, pairwise, type PairLoops } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

const loops: PairLoops = {
  both(a, b, y, start, end, p, q) {
    for (let i = start; i < end; i++) y[i] = a[i + p]! / b[i + q]!;
  },
  right(a, b, y, start, end, p) {
    for (let i = start; i < end; i++) y[i] = a[i + p]! / b;
  },
  left(a, b, y, start, end, q) {
    for (let i = start; i < end; i++) y[i] = a / b[i + q]!;
  },
};

/** For integers `| 0` truncates, wraps −2³¹ / −1 and takes x / 0 to 0. */
export const div: Kernel<'div'> = binary((dtype) =>
  dtype === 'float32' ? loops : pairwise((a, b) => (a / b) | 0),
);
