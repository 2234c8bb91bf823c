import { f32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { sumOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceL2: Kernel<'reduceL2'> = reductionKernel('reduceL2', (dtype) =>
  simpleReduction(sumOf(dtype, 'square'), (_, total) => f32x4.sqrt(total)),
);
