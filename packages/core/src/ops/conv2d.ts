import { type Activation, activation } from '../op/activation.js';
import { integer, type Pair, pair } from '../op/attribute.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { biasOperations, checkBias, inferWindow } from '../op/convolution.js';
import { type Padding, padding } from '../op/window.js';
import { ShapeMismatchError } from '../errors/errors.js';
import * as dim from '../shape/dimension.js';
import { sizeOf } from '../data/tensor.js';

/** Attributes of {@link conv2d}. */
export interface Conv2dAttributes {
  /** Rows and columns from one output to the next; 1. */
  readonly strides: Pair;
  /** Rows and columns from one tap to the next; 1. */
  readonly dilations: Pair;
  /** `valid` unless given. */
  readonly padding: Padding;
  /** Groups of channels that do not see each other; 1. */
  readonly groups: number;
  /** Applied after the bias; none. */
  readonly activation: Activation | null;
}

/**
 * Two-dimensional convolution (cross-correlation) of a feature map.
 *
 * `y[n,i,j,o] = f(bias[o] + Σ_{u,v,c} x[n, i·s_h + u·d_h − top, j·s_w + v·d_w − left, g·Cin/G + c] · filter[u,v,c,o])`
 * with `g = floor(o / (Cout/G))`; x is 0 outside.
 *
 * - `x` `[N, H, W, Cin]`, `filter` `[kh, kw, Cin/G, Cout]`, `bias` `[Cout]`, `y` `[N, H', W', Cout]`.
 *
 * Source: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning" (2016); groups as
 * in ONNX Conv.
 *
 * @example
 * ```ts
 * import { graphBuilder, tensor } from '@separable/core';
 * const g = graphBuilder('edges');
 * const x = g.input('x', 'float32', ['batch', 'H', 'W', 1]);
 * const filter = g.constant('sobel', tensor('float32', [3, 3, 1, 1], [1, 0, -1, 2, 0, -2, 1, 0, -1]));
 * g.output('y', g.conv2d({ x, filter }, { padding: 'same', strides: 2 }));
 * console.log(g.build().outputs[0]?.name); // y
 * ```
 */
export const conv2d: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  Conv2dAttributes,
  readonly ['y']
> = {
  name: 'conv2d',
  operands: { x: one(floatOnly, 4), filter: one(floatOnly, 4), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: {
    strides: pair([1, 1]),
    dilations: pair([1, 1]),
    padding: padding(),
    groups: integer(1, { min: 1 }),
    activation: activation(),
  },
  sets: ['convolution'],
  linear: { filter: 'filter', bias: 'bias', inputAxis: 2 },
  infer({ x, filter, bias }, attributes) {
    const [, , channels, outputs] = filter.shape as [dim.Dim, dim.Dim, dim.Dim, dim.Dim];
    const { groups } = attributes;
    const wanted = dim.multiply(channels, groups);
    if (x.shape[3] !== wanted) {
      throw new ShapeMismatchError(
        `filter takes ${wanted} channels (${channels} in ${groups} groups), x has ${x.shape[3]}`,
      );
    }
    if (dim.exactDiv(outputs, groups) === undefined) {
      throw new ShapeMismatchError(
        `${outputs} output channels do not divide into ${groups} groups`,
      );
    }
    checkBias(bias, outputs);
    const [h, w] = inferWindow(x, filter, attributes);
    return [{ dtype: x.dtype, shape: [x.shape[0]!, h, w, outputs] }];
  },
  work({ filter, bias }, [y], { activation: f }) {
    const [kh, kw, channels] = filter.shape as number[];
    const size = sizeOf(y!.shape as number[]);
    return { macs: size * kh! * kw! * channels!, operations: biasOperations(size, bias, f) };
  },
};
