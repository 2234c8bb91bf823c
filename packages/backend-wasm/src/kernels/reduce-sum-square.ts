import type { Kernel } from '../kernel.js';
import { sumOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceSumSquare: Kernel<'reduceSumSquare'> = reductionKernel(
  'reduceSumSquare',
  (dtype) => simpleReduction(sumOf(dtype, 'square')),
);
