import type { Kernel } from '../kernel.js';
import { extremeOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceMin: Kernel<'reduceMin'> = reductionKernel('reduceMin', (dtype) =>
  simpleReduction(extremeOf(dtype, 'min')),
);
