import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * The greatest element; NaN if there is one, −Infinity of no elements. int32 needs an element.
 *
 * Source: ONNX ReduceMax-20.
 */
export const reduceMax: ReductionOp = reduction({
  name: 'reduceMax',
  dtypes: ['float32', 'int32'],
  emptyIntegers: false,
});
