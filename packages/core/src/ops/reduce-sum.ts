import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * `Σ x`, 0 of no elements; int32 wraps modulo 2³².
 *
 * Source: ONNX ReduceSum-13.
 */
export const reduceSum: ReductionOp = reduction({
  name: 'reduceSum',
  dtypes: ['float32', 'int32'],
});
