import type { Kernel } from '../kernel.js';
import { sumOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceL1: Kernel<'reduceL1'> = reductionKernel('reduceL1', (dtype) =>
  simpleReduction(sumOf(dtype, 'size')),
);
