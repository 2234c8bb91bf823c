import type { Kernel } from '../kernel.js';
import { extremeOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceMax: Kernel<'reduceMax'> = reductionKernel('reduceMax', (dtype) =>
  simpleReduction(extremeOf(dtype, 'max')),
);
