import { f32x4 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { sumOf } from '../reduction/folds.js';
import { reductionKernel, simpleReduction } from '../reduction/reduction-kernel.js';

export const reduceMean: Kernel<'reduceMean'> = reductionKernel('reduceMean', (dtype) =>
  simpleReduction(sumOf(dtype), (_, total, count) => f32x4.div(total, f32x4.splat(count))),
);
