import type { Kernel } from '../kernel.js';
import { reduce, type Reduction } from '../reduction/reduce.js';

const reduction: Reduction = {
  initial: Infinity,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step) {
      const value = x[i]!;
      if (value < totals[t]! || value !== value) totals[t] = value;
    }
  },
};

/** NaN, once there, stays: nothing is less. */
export const reduceMin: Kernel<'reduceMin'> = reduce(() => reduction);
