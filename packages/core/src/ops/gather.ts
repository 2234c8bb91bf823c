import { integer } from '../op/attribute.js';
import { anyDType, one, type OpDefinition } from '../op/definition.js';
import { noWork } from '../op/movement.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link gather}. */
export interface GatherAttributes {
  /** Axis of `x` that `indices` choose from; may count from the end; 0. */
  readonly axis: number;
}

/**
 * Chooses entries of an axis: `y[a…, i…, b…] = x[a…, indices[i…], b…]`. A negative index counts from
 * the end; one outside the axis is an ExecutionError at run time.
 *
 * - `x` `[A…, n, B…]`, `indices` `[I…]`, `y` `[A…, I…, B…]`.
 *
 * Source: ONNX Gather-13; NumPy `take`.
 */
export const gather: OpDefinition<{ x: 'one'; indices: 'one' }, GatherAttributes, readonly ['y']> =
  {
    name: 'gather',
    operands: { x: one(anyDType), indices: one(['int32']) },
    results: ['y'],
    attributes: { axis: integer(0) },
    sets: ['movement'],
    infer({ x, indices }, { axis }) {
      const at = resolveAxis(axis, x.shape.length);
      return [{ dtype: x.dtype, shape: x.shape.toSpliced(at, 1, ...indices.shape) }];
    },
    work: noWork,
  };
