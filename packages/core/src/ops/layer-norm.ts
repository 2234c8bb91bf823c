import { integer } from '../op/attribute.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import {
  checkParameters,
  epsilon,
  normalisationWork,
  scaleAndOffset,
  standardise,
} from '../op/normalisation.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link layerNorm}. */
export interface LayerNormAttributes {
  /** The first axis to normalise over, may count from the end; −1. */
  readonly axis: number;
  /** Added to the variance; 1e-5. */
  readonly epsilon: number;
}

/**
 * `y = (x − μ) / √(σ² + epsilon) · scale + offset` with mean μ and population variance σ² over the axes
 * from `axis` to the last.
 *
 * - `scale` and `offset` have the shape of these axes.
 *
 * Work: mean, difference, variance (two), quotient, and one operation each for a scale and an offset,
 * an element.
 *
 * Source: Ba, Kiros & Hinton, "Layer normalization" (2016); ONNX LayerNormalization-17.
 */
export const layerNorm: OpDefinition<
  { x: 'one'; scale: 'optional'; offset: 'optional' },
  LayerNormAttributes,
  readonly ['y']
> = {
  name: 'layerNorm',
  operands: { x: one(floatOnly), scale: optional(floatOnly), offset: optional(floatOnly) },
  results: ['y'],
  attributes: { axis: integer(-1), epsilon: epsilon() },
  sets: ['normalisation'],
  infer({ x, ...parameters }, { axis }) {
    checkParameters(parameters, x.shape.slice(resolveAxis(axis, x.shape.length)));
    return [x];
  },
  work: normalisationWork(5),
  permute(attributes, permutation) {
    const from = resolveAxis(attributes.axis, permutation.length);
    const inPlace = permutation.every((axis, i) => i < from || axis === i);
    return inPlace ? { attributes, result: permutation } : undefined;
  },
  decompose(g, { x, scale, offset }, attributes) {
    const from = resolveAxis(attributes.axis, x.shape.length);
    const axes = [...x.shape.keys()].slice(from);
    return [scaleAndOffset(g, standardise(g, x, axes, attributes.epsilon), scale, offset)];
  },
};
