import type { Kernel } from '../kernel.js';
import { reduce, type Reduction } from '../reduction/reduce.js';

const reduction: Reduction = {
  initial: 0,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step) totals[t]! += x[i]!;
  },
  finish: (total, count) => total / count,
};

export const reduceMean: Kernel<'reduceMean'> = reduce(() => reduction);
