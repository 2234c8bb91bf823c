import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import { type Activation, activation } from '../op/activation.js';
import { type Pair, pair } from '../op/attribute.js';
import { biasOperations, checkBias, inferWindow } from '../op/convolution.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { type Padding, padding } from '../op/window.js';
import * as dim from '../shape/dimension.js';

/** Attributes of {@link separableConv2d}; all but the last belong to the depthwise part. */
export interface SeparableConv2dAttributes {
  /** Rows and columns from one output to the next; 1. */
  readonly strides: Pair;
  /** Rows and columns from one tap to the next; 1. */
  readonly dilations: Pair;
  /** `valid` unless given. */
  readonly padding: Padding;
  /** Applied between the parts, after the depthwise bias; none. */
  readonly depthwiseActivation: Activation | null;
  /** Applied at the end, after the bias; none. */
  readonly activation: Activation | null;
}

/**
 * A depthwise convolution followed by a pointwise one: `pointwiseConv2d(depthwiseConv2d(x))`.
 *
 * - `x` `[N, H, W, C]`, `depthwiseFilter` `[kh, kw, C, M]`, `pointwiseFilter` `[C·M, Cout]`,
 *   `depthwiseBias` `[C·M]`, `bias` `[Cout]`, `y` `[N, H', W', Cout]`.
 *
 * Source: Chollet, "Xception" (2016); Howard et al., "MobileNets" (2017), where the depthwise part
 * has a bias and an activation of its own.
 */
export const separableConv2d: OpDefinition<
  {
    x: 'one';
    depthwiseFilter: 'one';
    pointwiseFilter: 'one';
    depthwiseBias: 'optional';
    bias: 'optional';
  },
  SeparableConv2dAttributes,
  readonly ['y']
> = {
  name: 'separableConv2d',
  operands: {
    x: one(floatOnly, 4),
    depthwiseFilter: one(floatOnly, 4),
    pointwiseFilter: one(floatOnly, 2),
    depthwiseBias: optional(floatOnly, 1),
    bias: optional(floatOnly, 1),
  },
  results: ['y'],
  attributes: {
    strides: pair([1, 1]),
    dilations: pair([1, 1]),
    padding: padding(),
    depthwiseActivation: activation(),
    activation: activation(),
  },
  sets: ['convolution'],
  linear: { filter: 'pointwiseFilter', bias: 'bias' },
  infer({ x, depthwiseFilter, pointwiseFilter, depthwiseBias, bias }, attributes) {
    const [, , channels, multiplier] = depthwiseFilter.shape as [
      dim.Dim,
      dim.Dim,
      dim.Dim,
      dim.Dim,
    ];
    const [inner, outputs] = pointwiseFilter.shape as [dim.Dim, dim.Dim];
    if (x.shape[3] !== channels) {
      throw new ShapeMismatchError(
        `depthwiseFilter takes ${channels} channels, x has ${x.shape[3]}`,
      );
    }
    const made = dim.multiply(channels, multiplier);
    if (inner !== made) {
      throw new ShapeMismatchError(
        `pointwiseFilter takes ${inner} channels, depthwiseFilter makes ${made}`,
      );
    }
    checkBias(depthwiseBias, made);
    checkBias(bias, outputs);
    const [h, w] = inferWindow(x, depthwiseFilter, attributes);
    return [{ dtype: x.dtype, shape: [x.shape[0]!, h, w, outputs] }];
  },
  work({ depthwiseFilter, pointwiseFilter, depthwiseBias, bias }, [y], attributes) {
    const [kh, kw] = depthwiseFilter.shape as number[];
    const [inner, outputs] = pointwiseFilter.shape as number[];
    const pixels = sizeOf(y!.shape.slice(0, 3) as number[]);
    return {
      macs: pixels * inner! * (kh! * kw! + outputs!),
      operations:
        biasOperations(pixels * inner!, depthwiseBias, attributes.depthwiseActivation) +
        biasOperations(pixels * outputs!, bias, attributes.activation),
    };
  },
  denseMacs({ depthwiseFilter }, [y]) {
    const [kh, kw, channels] = depthwiseFilter.shape as number[];
    return sizeOf(y!.shape as number[]) * kh! * kw! * channels!;
  },
  decompose(g, { x, depthwiseFilter, pointwiseFilter, depthwiseBias, bias }, attributes) {
    const { strides, dilations, padding: p, depthwiseActivation } = attributes;
    const depthwise = g.depthwiseConv2d(
      { x, filter: depthwiseFilter, bias: depthwiseBias },
      { strides, dilations, padding: p, activation: depthwiseActivation },
    );
    return [
      g.pointwiseConv2d(
        { x: depthwise, filter: pointwiseFilter, bias },
        { activation: attributes.activation },
      ),
    ];
  },
};
