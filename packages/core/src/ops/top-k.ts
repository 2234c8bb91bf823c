import { ShapeMismatchError } from '../errors/errors.js';
import { boolean, integer } from '../op/attribute.js';
import { axisBefore } from '../op/axes.js';
import { numeric, one, type OpDefinition } from '../op/definition.js';
import { workPerInput } from '../op/reduction.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link topK}. */
export interface TopKAttributes {
  /** How many elements to take. */
  readonly k: number;
  /** May count from the end; −1. */
  readonly axis: number;
  /** Whether the greatest are taken rather than the least; true. */
  readonly largest: boolean;
  /** Whether they come in order, the most extreme first; otherwise any order will do. True. */
  readonly sorted: boolean;
}

/**
 * The k greatest (or least) elements along an axis, and where they lie. Of equal elements the one of
 * lower index comes first; NaN counts as the greatest.
 *
 * - `values` like `x`, `indices` int32, both with extent k along the axis.
 *
 * Work: one operation an element of `x`.
 *
 * Source: ONNX TopK-11.
 */
export const topK: OpDefinition<{ x: 'one' }, TopKAttributes, readonly ['values', 'indices']> = {
  name: 'topK',
  operands: { x: one(numeric) },
  results: ['values', 'indices'],
  attributes: {
    k: integer(undefined, { min: 0 }),
    axis: integer(-1),
    largest: boolean(true),
    sorted: boolean(true),
  },
  sets: [],
  infer({ x }, { k, axis }) {
    const at = resolveAxis(axis, x.shape.length);
    const extent = x.shape[at]!;
    if (typeof extent === 'number' && extent < k) {
      throw new ShapeMismatchError(`k is ${k}, axis ${at} of x has ${extent}`);
    }
    const shape = x.shape.with(at, k);
    return [
      { dtype: x.dtype, shape },
      { dtype: 'int32', shape },
    ];
  },
  work: workPerInput(1),
  permute: (attributes, permutation) => ({
    attributes: { ...attributes, axis: axisBefore(attributes.axis, permutation) },
    result: permutation,
  }),
};
