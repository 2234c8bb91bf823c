import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * `Π x`, 1 of no elements; int32 wraps modulo 2³².
 *
 * Source: ONNX ReduceProd-18.
 */
export const reduceProd: ReductionOp = reduction({
  name: 'reduceProd',
  dtypes: ['float32', 'int32'],
});
