import { floatOnly } from '../op/definition.js';
import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * `√(Σ x²)`, 0 of no elements.
 *
 * Source: ONNX ReduceL2-18.
 */
export const reduceL2: ReductionOp = reduction({
  name: 'reduceL2',
  dtypes: floatOnly,
  decompose: (g, { x }, attributes) => [g.sqrt({ x: g.reduceSumSquare({ x }, attributes) })],
});
