import { GraphError } from '../errors/errors.js';
import { anyDType, boolOnly, one, type OpDefinition } from '../op/definition.js';
import { broadcast } from '../shape/shape.js';

/**
 * `a` where the condition is true, `b` elsewhere; all three broadcast as in NumPy.
 *
 * - `condition` bool; `a`, `b` and `y` of one dtype.
 *
 * Source: ONNX Where-16; NumPy `where`.
 */
export const where: OpDefinition<{ condition: 'one'; a: 'one'; b: 'one' }, object, readonly ['y']> =
  {
    name: 'where',
    operands: { condition: one(boolOnly), a: one(anyDType), b: one(anyDType) },
    results: ['y'],
    attributes: {},
    sets: ['elementwise'],
    infer({ condition, a, b }) {
      if (a.dtype !== b.dtype)
        throw new GraphError(`a and b need one dtype, got ${a.dtype} and ${b.dtype}`);
      return [{ dtype: a.dtype, shape: broadcast(condition.shape, a.shape, b.shape) }];
    },
  };
