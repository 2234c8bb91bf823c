import type { Kernel } from '../kernel.js';
import { meanOf } from '../reduction/mean.js';
import { reductionKernel } from '../reduction/reduction-kernel.js';

/** Over rows and columns. */
export const globalAveragePool2d: Kernel<'globalAveragePool2d'> = reductionKernel(
  'globalAveragePool2d',
  meanOf,
  [1, 2],
);
