import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * `Σ x²`, 0 of no elements; int32 wraps modulo 2³².
 *
 * Source: ONNX ReduceSumSquare-18.
 */
export const reduceSumSquare: ReductionOp = reduction({
  name: 'reduceSumSquare',
  dtypes: ['float32', 'int32'],
  decompose: (g, { x }, attributes) => [g.reduceSum({ x: g.mul({ a: x, b: x }) }, attributes)],
});
