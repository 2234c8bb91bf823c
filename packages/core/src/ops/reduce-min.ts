import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * The least element; NaN if there is one, Infinity of no elements. int32 needs an element.
 *
 * Source: ONNX ReduceMin-20.
 */
export const reduceMin: ReductionOp = reduction({
  name: 'reduceMin',
  dtypes: ['float32', 'int32'],
  emptyIntegers: false,
});
