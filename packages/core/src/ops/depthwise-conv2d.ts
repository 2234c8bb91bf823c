import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import { type Activation, activation } from '../op/activation.js';
import { type Pair, pair } from '../op/attribute.js';
import { biasOperations, checkBias, inferWindow } from '../op/convolution.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { type Padding, padding } from '../op/window.js';
import * as dim from '../shape/dimension.js';

/** Attributes of {@link depthwiseConv2d}. */
export interface DepthwiseConv2dAttributes {
  /** Rows and columns from one output to the next; 1. */
  readonly strides: Pair;
  /** Rows and columns from one tap to the next; 1. */
  readonly dilations: Pair;
  /** `valid` unless given. */
  readonly padding: Padding;
  /** Applied after the bias; none. */
  readonly activation: Activation | null;
}

/**
 * Convolves each channel by itself with `M` filters of its own.
 *
 * `y[n,i,j,c·M + m] = f(bias[c·M + m] + Σ_{u,v} x[n, i·s_h + u·d_h − top, j·s_w + v·d_w − left, c] · filter[u,v,c,m])`;
 * x is 0 outside.
 *
 * - `x` `[N, H, W, C]`, `filter` `[kh, kw, C, M]`, `bias` `[C·M]`, `y` `[N, H', W', C·M]`.
 *
 * Source: Sifre, "Rigid-motion scattering for image classification" (2014); channel order of
 * TensorFlow `depthwise_conv2d`.
 */
export const depthwiseConv2d: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  DepthwiseConv2dAttributes,
  readonly ['y']
> = {
  name: 'depthwiseConv2d',
  operands: { x: one(floatOnly, 4), filter: one(floatOnly, 4), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: {
    strides: pair([1, 1]),
    dilations: pair([1, 1]),
    padding: padding(),
    activation: activation(),
  },
  sets: ['convolution'],
  linear: { filter: 'filter', bias: 'bias', inputAxis: 2 },
  infer({ x, filter, bias }, attributes) {
    const [, , channels, multiplier] = filter.shape as [dim.Dim, dim.Dim, dim.Dim, dim.Dim];
    if (x.shape[3] !== channels) {
      throw new ShapeMismatchError(`filter takes ${channels} channels, x has ${x.shape[3]}`);
    }
    const outputs = dim.multiply(channels, multiplier);
    checkBias(bias, outputs);
    const [h, w] = inferWindow(x, filter, attributes);
    return [{ dtype: x.dtype, shape: [x.shape[0]!, h, w, outputs] }];
  },
  work({ filter, bias }, [y], { activation: f }) {
    const [kh, kw] = filter.shape as number[];
    const size = sizeOf(y!.shape as number[]);
    return { macs: size * kh! * kw!, operations: biasOperations(size, bias, f) };
  },
  denseMacs({ filter }, [y]) {
    const [kh, kw, channels] = filter.shape as number[];
    return sizeOf(y!.shape as number[]) * kh! * kw! * channels!;
  },
};
