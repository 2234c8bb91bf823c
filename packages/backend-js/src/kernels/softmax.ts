import { exponential } from '../elementwise/exponential.js';
import type { Kernel } from '../kernel.js';
import { alongAxis } from '../lanes/along-axis.js';

/** The powers of a lane stay in double precision, so that the results are rounded once. */
export const softmax: Kernel<'softmax'> = alongAxis((_, extent) => {
  const powers = new Float64Array(extent);
  return (x, y, first, stride, count) => {
    let greatest = -Infinity;
    for (let n = 0, i = first; n < count; n++, i += stride) if (x[i]! > greatest) greatest = x[i]!;
    let sum = 0;
    for (let n = 0, i = first; n < count; n++, i += stride) {
      const power = exponential(x[i]! - greatest);
      powers[n] = power;
      sum += power;
    }
    const scale = 1 / sum;
    for (let n = 0, i = first; n < count; n++, i += stride) y[i] = powers[n]! * scale;
  };
});
