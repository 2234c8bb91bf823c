import { exponential } from '../elementwise/exponential.js';
import type { Kernel } from '../kernel.js';
import { alongAxis } from '../lanes/along-axis.js';

export const logSoftmax: Kernel<'logSoftmax'> = alongAxis(() => (x, y, first, stride, count) => {
  const end = first + count * stride;
  // A finite start, and no shift beside Infinity, keep Infinity − Infinity out.
  let greatest = -Number.MAX_VALUE;
  for (let i = first; i < end; i += stride) if (x[i]! > greatest) greatest = x[i]!;
  const shift = greatest === Infinity ? 0 : greatest;
  let sum = greatest === Infinity ? Infinity : 0;
  for (let i = first; i < end; i += stride) {
    const power = x[i]! - shift;
    sum += power === -Infinity ? 0 : exponential(power);
  }
  const logarithm = Math.log(sum);
  for (let i = first; i < end; i += stride) y[i] = x[i]! - shift - logarithm;
});
