import type { GraphBuilder, Padding, Value } from '@separable/core';
import type { RandomSource } from './random.js';
import { around, heUniform } from './weights.js';

/** A network under construction and what its layers have in common. */
export interface Network {
  readonly g: GraphBuilder;
  readonly random: RandomSource;
  /** Added to the variance in batch normalisation. */
  readonly epsilon: number;
  /** Padding of convolutions larger than 1 × 1. */
  readonly padding: Padding;
}

/** Activation after a layer, or null for none. */
export type LayerActivation = 'relu6' | null;

/** A convolution without bias, batch normalisation, activation. */
export function convolution(
  net: Network,
  name: string,
  x: Value,
  outputs: number,
  { kernel, stride, activation }: { kernel: number; stride: number; activation: LayerActivation },
): Value {
  const channels = channelsOf(x);
  const shape = [kernel, kernel, channels, outputs];
  const filter = net.g.constant(
    `${name}.filter`,
    heUniform(net.random, shape, kernel * kernel * channels),
  );
  const padding = kernel === 1 ? 'valid' : net.padding;
  const y = net.g.conv2d({ x, filter }, { strides: stride, padding }, name);
  return normalised(net, name, y, activation);
}

/** A 3 × 3 depthwise convolution without bias, batch normalisation, relu6. */
export function depthwise(net: Network, name: string, x: Value, stride: number): Value {
  const filter = net.g.constant(
    `${name}.filter`,
    heUniform(net.random, [3, 3, channelsOf(x), 1], 9),
  );
  const y = net.g.depthwiseConv2d({ x, filter }, { strides: stride, padding: net.padding }, name);
  return normalised(net, name, y, 'relu6');
}

/** A 1 × 1 convolution without bias, batch normalisation, activation. */
export function pointwise(
  net: Network,
  name: string,
  x: Value,
  outputs: number,
  activation: LayerActivation,
): Value {
  return convolution(net, name, x, outputs, { kernel: 1, stride: 1, activation });
}

/** The mean of each channel, then a dense layer with bias: `[N, classes]`. */
export function classifier(net: Network, name: string, x: Value, classes: number): Value {
  const { g, random } = net;
  const channels = channelsOf(x);
  const pooled = g.globalAveragePool2d({ x }, { keepDims: false }, `${name}.pool`);
  const filter = g.constant(`${name}.filter`, heUniform(random, [channels, classes], channels));
  const bias = g.constant(`${name}.bias`, around(random, [classes], 0, 0.1));
  return g.dense({ x: pooled, filter, bias }, {}, name);
}

function normalised(net: Network, name: string, x: Value, activation: LayerActivation): Value {
  const { g, random, epsilon } = net;
  const shape = [channelsOf(x)];
  const parameter = (part: string, centre: number): Value =>
    g.constant(`${name}.${part}`, around(random, shape, centre, 0.2));
  const statistics = { mean: parameter('mean', 0), variance: parameter('variance', 1) };
  const affine = { scale: parameter('scale', 1), offset: parameter('offset', 0) };
  const y = g.batchNorm({ x, ...statistics, ...affine }, { epsilon }, `${name}.norm`);
  return activation === null ? y : g.relu6({ x: y }, {}, `${name}.relu6`);
}

function channelsOf(x: Value): number {
  return x.shape.at(-1) as number;
}
