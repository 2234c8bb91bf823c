import { binary, pairwise, type PairLoops } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

const loops: PairLoops = {
  both(a, b, y, start, end, p, q) {
    for (let i = start; i < end; i++) y[i] = a[i + p]! * b[i + q]!;
  },
  right(a, b, y, start, end, p) {
    for (let i = start; i < end; i++) y[i] = a[i + p]! * b;
  },
  left: (a, b, y, start, end, q) => loops.right(b, a, y, start, end, q),
};

/** Products of int32 outgrow the integers that a double holds. */
export const mul: Kernel<'mul'> = binary((dtype) =>
  dtype === 'int32' ? pairwise(Math.imul) : loops,
);
