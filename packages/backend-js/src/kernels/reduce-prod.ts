import type { Kernel } from '../kernel.js';
import { reduce, type Reduction } from '../reduction/reduce.js';

const floats: Reduction = {
  initial: 1,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step) totals[t]! *= x[i]!;
  },
};

const integers: Reduction = {
  initial: 1,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step) totals[t] = Math.imul(totals[t]!, x[i]!);
  },
};

export const reduceProd: Kernel<'reduceProd'> = reduce((dtype) =>
  dtype === 'float32' ? floats : integers,
);
