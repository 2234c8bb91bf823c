import { integer } from '../op/attribute.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { divided } from '../op/extent.js';
import {
  checkParameters,
  checkRank,
  epsilon,
  keepsEnds,
  normalisationWork,
  scaleAndOffset,
  standardise,
} from '../op/normalisation.js';

/** Attributes of {@link groupNorm}. */
export interface GroupNormAttributes {
  /** Groups the channels divide into. */
  readonly groups: number;
  /** Added to the variance; 1e-5. */
  readonly epsilon: number;
}

/**
 * `y = (x − μ) / √(σ² + epsilon) · scale + offset` with mean μ and population variance σ² of each group
 * of neighbouring channels of each image.
 *
 * - `x` `[N, …, C]` of rank 2 or more; `scale` and `offset` `[C]`; the groups divide C.
 *
 * Work: as of layerNorm.
 *
 * Source: Wu & He, "Group normalization" (2018); ONNX GroupNormalization-21.
 */
export const groupNorm: OpDefinition<
  { x: 'one'; scale: 'optional'; offset: 'optional' },
  GroupNormAttributes,
  readonly ['y']
> = {
  name: 'groupNorm',
  operands: { x: one(floatOnly), scale: optional(floatOnly, 1), offset: optional(floatOnly, 1) },
  results: ['y'],
  attributes: { groups: integer(undefined, { min: 1 }), epsilon: epsilon() },
  sets: ['normalisation'],
  infer({ x, ...parameters }, { groups }) {
    checkRank(x, 2);
    divided(x.shape.at(-1)!, groups, 'number of channels');
    checkParameters(parameters, x.shape.slice(-1));
    return [x];
  },
  work: normalisationWork(5),
  permute: (attributes, permutation) =>
    keepsEnds(permutation) ? { attributes, result: permutation } : undefined,
  decompose(g, { x, scale, offset }, attributes) {
    const { shape } = x;
    const size = divided(shape.at(-1)!, attributes.groups, 'number of channels');
    const split = g.reshape({ x }, { shape: [...shape.slice(0, -1), attributes.groups, size] });
    const axes = [...split.shape.keys()].filter((axis) => axis > 0 && axis !== shape.length - 1);
    const y = g.reshape({ x: standardise(g, split, axes, attributes.epsilon) }, { shape });
    return [scaleAndOffset(g, y, scale, offset)];
  },
};
