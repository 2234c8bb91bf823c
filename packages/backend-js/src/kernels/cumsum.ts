import type { Kernel } from '../kernel.js';
import { alongAxis } from '../lanes/along-axis.js';

export const cumsum: Kernel<'cumsum'> = alongAxis(
  ({ exclusive, reverse }) =>
    (x, y, first, stride, count) => {
      const step = reverse ? -stride : stride;
      let total = 0;
      for (
        let n = 0, i = reverse ? first + (count - 1) * stride : first;
        n < count;
        n++, i += step
      ) {
        const value = x[i]!;
        y[i] = exclusive ? total : total + value;
        total += value;
      }
    },
);
