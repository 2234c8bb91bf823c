import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import { type Activation, activation } from '../op/activation.js';
import { integer, type Pair, pair } from '../op/attribute.js';
import { biasOperations, checkBias, kernelOf } from '../op/convolution.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { transposedOutputs } from '../op/transposed-window.js';
import { type Padding, padding, windows } from '../op/window.js';
import * as dim from '../shape/dimension.js';

/** Attributes of {@link convTranspose2d}. */
export interface ConvTranspose2dAttributes {
  /** Rows and columns in `y` for one step in `x`; 1. */
  readonly strides: Pair;
  /** Rows and columns from one tap to the next; 1. */
  readonly dilations: Pair;
  /** What is cut off the full result; `valid`, nothing, unless given. */
  readonly padding: Padding;
  /** Rows and columns added at the end of the full result before it is cut; 0. */
  readonly outputPadding: Pair;
  /** Groups of channels that do not see each other; 1. */
  readonly groups: number;
  /** Applied after the bias; none. */
  readonly activation: Activation | null;
}

/**
 * Transposed convolution: each pixel of `x` adds a copy of the filter, scaled by it, to `y`.
 *
 * `y[n, i·s_h + u·d_h − top, j·s_w + v·d_w − left, g·Cout/G + o] += x[n,i,j,c] · filter[u,v,c,o]` over
 * all i, j, u, v and the channels c of group `g = floor(c / (Cin/G))`, from `bias`; then f.
 *
 * With `span = d·(k − 1) + 1` an axis of H pixels gives `(H − 1)·s + span + outputPadding − before −
 * after`, and `H·s` for the SAME kinds. These cut `max(0, (H − 1)·s + span + outputPadding − H·s)`
 * off, `same` the odd pixel at the end and `sameLower` at the start. An extent of 0 stays 0.
 *
 * - `x` `[N, H, W, Cin]`, `filter` `[kh, kw, Cin, Cout/G]`, `bias` `[Cout]`, `y` `[N, H', W', Cout]`.
 *
 * Source: ONNX ConvTranspose-11; Dumoulin & Visin (2016), chapter 4; `same` is the gradient of
 * TensorFlow's SAME.
 */
export const convTranspose2d: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  ConvTranspose2dAttributes,
  readonly ['y']
> = {
  name: 'convTranspose2d',
  operands: { x: one(floatOnly, 4), filter: one(floatOnly, 4), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: {
    strides: pair([1, 1]),
    dilations: pair([1, 1]),
    padding: padding(),
    outputPadding: pair([0, 0], 0),
    groups: integer(1, { min: 1 }),
    activation: activation(),
  },
  sets: ['convolution'],
  linear: { filter: 'filter', bias: 'bias' },
  infer({ x, filter, bias }, attributes) {
    const [n, h, w, channels] = x.shape as [dim.Dim, dim.Dim, dim.Dim, dim.Dim];
    const { groups, outputPadding } = attributes;
    if (channels !== filter.shape[2]) {
      throw new ShapeMismatchError(`filter takes ${filter.shape[2]} channels, x has ${channels}`);
    }
    if (dim.exactDiv(channels, groups) === undefined) {
      throw new ShapeMismatchError(
        `${channels} input channels do not divide into ${groups} groups`,
      );
    }
    const outputs = dim.multiply(filter.shape[3]!, groups);
    checkBias(bias, outputs);
    const [rows, columns] = windows(kernelOf(filter), attributes);
    const height = transposedOutputs(h, rows, outputPadding[0]);
    const width = transposedOutputs(w, columns, outputPadding[1]);
    return [{ dtype: x.dtype, shape: [n, height, width, outputs] }];
  },
  work({ x, filter, bias }, [y], { activation: f }) {
    const [kh, kw, , outputs] = filter.shape as number[];
    const macs = sizeOf(x.shape as number[]) * kh! * kw! * outputs!;
    return { macs, operations: biasOperations(sizeOf(y!.shape as number[]), bias, f) };
  },
};
