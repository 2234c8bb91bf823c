import type { Kernel } from '../kernel.js';
import { reduce, type Reduction } from '../reduction/reduce.js';

const floats: Reduction = {
  initial: 0,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step) totals[t]! += x[i]! * x[i]!;
  },
};

const integers: Reduction = {
  initial: 0,
  gather: (x, totals, start, end, at, step) => {
    for (let i = start, t = at; i < end; i++, t += step)
      totals[t] = (totals[t]! + Math.imul(x[i]!, x[i]!)) | 0;
  },
};

export const reduceSumSquare: Kernel<'reduceSumSquare'> = reduce((dtype) =>
  dtype === 'float32' ? floats : integers,
);
