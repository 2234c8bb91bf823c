import type { Kernel } from '../kernel.js';
import { sumOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceSum: Kernel<'reduceSum'> = reductionKernel('reduceSum', (dtype) =>
  simpleReduction(sumOf(dtype)),
);
