import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * `Σ |x|`, 0 of no elements; int32 wraps modulo 2³².
 *
 * Source: ONNX ReduceL1-18.
 */
export const reduceL1: ReductionOp = reduction({
  name: 'reduceL1',
  dtypes: ['float32', 'int32'],
  decompose: (g, { x }, attributes) => [g.reduceSum({ x: g.abs({ x }) }, attributes)],
});
