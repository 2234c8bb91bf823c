import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import { type Activation, activation } from '../op/activation.js';
import { biasOperations, checkBias } from '../op/convolution.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';

/** Attributes of {@link pointwiseConv2d}. */
export interface PointwiseConv2dAttributes {
  /** Applied after the bias; none. */
  readonly activation: Activation | null;
}

/**
 * Mixes the channels of each pixel: a 1×1 convolution.
 *
 * `y[n,i,j,o] = f(bias[o] + Σ_c x[n,i,j,c] · filter[c,o])`
 *
 * - `x` `[N, H, W, Cin]`, `filter` `[Cin, Cout]`, `bias` `[Cout]`, `y` `[N, H, W, Cout]`.
 *
 * Source: Lin, Chen & Yan, "Network in network" (2013); Howard et al., "MobileNets" (2017).
 */
export const pointwiseConv2d: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  PointwiseConv2dAttributes,
  readonly ['y']
> = {
  name: 'pointwiseConv2d',
  operands: { x: one(floatOnly, 4), filter: one(floatOnly, 2), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: { activation: activation() },
  sets: ['convolution'],
  linear: { filter: 'filter', bias: 'bias', inputAxis: 0 },
  infer({ x, filter, bias }) {
    if (x.shape[3] !== filter.shape[0]) {
      throw new ShapeMismatchError(`filter takes ${filter.shape[0]} channels, x has ${x.shape[3]}`);
    }
    checkBias(bias, filter.shape[1]!);
    return [{ dtype: x.dtype, shape: x.shape.with(3, filter.shape[1]!) }];
  },
  work({ filter, bias }, [y], { activation: f }) {
    const size = sizeOf(y!.shape as number[]);
    return { macs: size * (filter.shape[0] as number), operations: biasOperations(size, bias, f) };
  },
  decompose(g, { x, filter, bias }, { activation: f }) {
    const kernel = g.reshape({ x: filter }, { shape: [1, 1, ...filter.shape] });
    // `same` pads nothing here, and takes maps without pixels.
    return [g.conv2d({ x, filter: kernel, bias }, { padding: 'same', activation: f })];
  },
};
