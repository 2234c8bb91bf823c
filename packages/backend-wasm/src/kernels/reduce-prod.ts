import type { Kernel } from '../kernel.js';
import { productOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceProd: Kernel<'reduceProd'> = reductionKernel('reduceProd', (dtype) =>
  simpleReduction(productOf(dtype)),
);
