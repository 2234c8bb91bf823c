import type { DType } from '@separable/core';
import { f32x4 } from '../encoder/index.js';
import { sumOf } from './folds.js';
import { type Reduction, simpleReduction } from './reduction-kernel.js';

/** The sum divided by the number of elements; NaN of none. */
export function meanOf(dtype: DType): Reduction {
  return simpleReduction(sumOf(dtype), (_, total, count) => f32x4.div(total, f32x4.splat(count)));
}
