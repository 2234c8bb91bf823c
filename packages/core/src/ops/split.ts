import { GraphError, ShapeMismatchError } from '../errors/errors.js';
import { dimensions, integer } from '../op/attribute.js';
import { axisBefore } from '../op/axes.js';
import { anyDType, one, type OpDefinition } from '../op/definition.js';
import { differ } from '../op/extent.js';
import { noWork } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import type { Dim } from '../shape/dimension.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link split}. */
export interface SplitAttributes {
  /** May count from the end. */
  readonly axis: number;
  /** Extent of each part along the axis; they add up to the extent of `x`. */
  readonly sizes: readonly Dim[];
}

/**
 * Cuts `x` along an axis into parts of the given sizes: part p starts where part p − 1 ends.
 *
 * Source: ONNX Split-13.
 */
export const split: OpDefinition<{ x: 'one' }, SplitAttributes, 'many'> = {
  name: 'split',
  operands: { x: one(anyDType) },
  results: 'many',
  attributes: { axis: integer(), sizes: dimensions() },
  sets: ['movement'],
  infer({ x }, { axis, sizes }) {
    const at = resolveAxis(axis, x.shape.length);
    if (sizes.length === 0) throw new GraphError('split needs at least one size');
    const total = sizes.reduce(dim.add, 0);
    if (differ(total, x.shape[at]!)) {
      throw new ShapeMismatchError(`sizes add up to ${total}, axis ${at} of x has ${x.shape[at]}`);
    }
    return sizes.map((size) => ({ dtype: x.dtype, shape: x.shape.with(at, size) }));
  },
  work: noWork,
  permute: ({ axis, sizes }, permutation) => ({
    attributes: { axis: axisBefore(axis, permutation), sizes },
    result: permutation,
  }),
};
