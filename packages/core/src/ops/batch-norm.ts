import { integer } from '../op/attribute.js';
import { axisBefore } from '../op/axes.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import {
  checkParameters,
  divideByDeviation,
  epsilon,
  normalisationWork,
  scaleAndOffset,
} from '../op/normalisation.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link batchNorm}. */
export interface BatchNormAttributes {
  /** The axis of channels, may count from the end; −1. */
  readonly axis: number;
  /** Added to the variance; 1e-5. */
  readonly epsilon: number;
}

/**
 * Batch normalisation with given statistics, as at inference time:
 * `y = (x − mean) / √(variance + epsilon) · scale + offset`.
 *
 * - `mean`, `variance`, `scale` and `offset` are `[C]`, one number a channel.
 *
 * Work: difference and quotient, and one operation each for a scale and an offset, an element.
 *
 * Source: Ioffe & Szegedy, "Batch normalization" (2015); ONNX BatchNormalization-15.
 */
export const batchNorm: OpDefinition<
  { x: 'one'; mean: 'one'; variance: 'one'; scale: 'optional'; offset: 'optional' },
  BatchNormAttributes,
  readonly ['y']
> = {
  name: 'batchNorm',
  operands: {
    x: one(floatOnly),
    mean: one(floatOnly, 1),
    variance: one(floatOnly, 1),
    scale: optional(floatOnly, 1),
    offset: optional(floatOnly, 1),
  },
  results: ['y'],
  attributes: { axis: integer(-1), epsilon: epsilon() },
  sets: ['normalisation'],
  infer({ x, ...parameters }, { axis }) {
    checkParameters(parameters, [x.shape[resolveAxis(axis, x.shape.length)]!]);
    return [x];
  },
  work: normalisationWork(2),
  permute: (attributes, permutation) => ({
    attributes: { ...attributes, axis: axisBefore(attributes.axis, permutation) },
    result: permutation,
  }),
  decompose(g, { x, mean, variance, scale, offset }, attributes) {
    const behind = x.shape.length - 1 - resolveAxis(attributes.axis, x.shape.length);
    const ones = Array.from({ length: behind }, () => 1);
    const aligned = (vector: typeof mean) =>
      behind === 0 ? vector : g.reshape({ x: vector }, { shape: [...vector.shape, ...ones] });
    const centred = g.sub({ a: x, b: aligned(mean) });
    const scaled = divideByDeviation(g, centred, aligned(variance), attributes.epsilon);
    return [scaleAndOffset(g, scaled, scale && aligned(scale), offset && aligned(offset))];
  },
};
