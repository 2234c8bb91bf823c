import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import {
  checkParameters,
  checkRank,
  epsilon,
  keepsEnds,
  normalisationWork,
  scaleAndOffset,
  standardise,
} from '../op/normalisation.js';

/** Attributes of {@link instanceNorm}. */
export interface InstanceNormAttributes {
  /** Added to the variance; 1e-5. */
  readonly epsilon: number;
}

/**
 * `y = (x − μ) / √(σ² + epsilon) · scale + offset` with mean μ and population variance σ² over all axes
 * but the first and the last: each channel of each image by itself.
 *
 * - `x` `[N, …, C]` of rank 3 or more; `scale` and `offset` `[C]`.
 *
 * Work: as of layerNorm.
 *
 * Source: Ulyanov, Vedaldi & Lempitsky, "Instance normalization" (2016); ONNX InstanceNormalization-6.
 */
export const instanceNorm: OpDefinition<
  { x: 'one'; scale: 'optional'; offset: 'optional' },
  InstanceNormAttributes,
  readonly ['y']
> = {
  name: 'instanceNorm',
  operands: { x: one(floatOnly), scale: optional(floatOnly, 1), offset: optional(floatOnly, 1) },
  results: ['y'],
  attributes: { epsilon: epsilon() },
  sets: ['normalisation'],
  infer({ x, ...parameters }) {
    checkRank(x, 3);
    checkParameters(parameters, x.shape.slice(-1));
    return [x];
  },
  work: normalisationWork(5),
  permute: (attributes, permutation) =>
    keepsEnds(permutation) ? { attributes, result: permutation } : undefined,
  decompose(g, { x, scale, offset }, attributes) {
    const axes = [...x.shape.keys()].slice(1, -1);
    return [scaleAndOffset(g, standardise(g, x, axes, attributes.epsilon), scale, offset)];
  },
};
