import type { Kernel } from '../kernel.js';
import { reduce, type Reduction } from '../reduction/reduce.js';

const reduction: Reduction = {
  initial: 0,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step) totals[t]! += x[i]!;
  },
};

/** Double precision holds every sum of fewer than 2²² integers; it wraps when it is stored. */
export const reduceSum: Kernel<'reduceSum'> = reduce(() => reduction);
