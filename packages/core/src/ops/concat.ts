import { ShapeMismatchError } from '../errors/errors.js';
import { integer } from '../op/attribute.js';
import { axisBefore } from '../op/axes.js';
import { anyDType, many, type OpDefinition } from '../op/definition.js';
import { agreed } from '../op/extent.js';
import { noWork } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import { resolveAxis, type Shape, shapeText } from '../shape/shape.js';

/** Attributes of {@link concat}. */
export interface ConcatAttributes {
  /** May count from the end. */
  readonly axis: number;
}

/**
 * Puts values of one dtype one after the other along an axis; their other extents are equal.
 *
 * Source: ONNX Concat-13; NumPy `concatenate`.
 */
export const concat: OpDefinition<{ inputs: 'many' }, ConcatAttributes, readonly ['y']> = {
  name: 'concat',
  operands: { inputs: many(anyDType) },
  results: ['y'],
  attributes: { axis: integer() },
  sets: ['movement'],
  infer({ inputs }, { axis }) {
    const shape = inputs.map((input) => input.shape).reduce((a, b) => join(a, b, axis));
    resolveAxis(axis, shape.length);
    return [{ dtype: inputs[0]!.dtype, shape }];
  },
  work: noWork,
  permute: ({ axis }, permutation) => ({
    attributes: { axis: axisBefore(axis, permutation) },
    result: permutation,
  }),
};

function join(a: Shape, b: Shape, axis: number): Shape {
  if (a.length !== b.length) {
    throw new ShapeMismatchError(`ranks differ: ${shapeText(a)} and ${shapeText(b)}`);
  }
  const along = resolveAxis(axis, a.length);
  return a.map((extent, i) =>
    i === along ? dim.add(extent, b[i]!) : agreed(extent, b[i]!, `extents of axis ${i}`),
  );
}
