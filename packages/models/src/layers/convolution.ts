import type { Value } from '@separable/core';
import { heUniform } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';
import type { LayerActivation } from './activation.js';
import { batchNormalised } from './normalised.js';
import { paddingFor } from './padding.js';

/** A convolution layer, besides its output channels. */
export interface ConvolutionShape {
  /** Rows and columns of the filter. */
  readonly kernel: number;
  readonly stride: number;
  /** Groups of channels that do not see each other; 1 unless given. */
  readonly groups?: number;
  readonly activation: LayerActivation;
}

/** A convolution without bias, batch normalisation, activation. */
export function convolution(
  net: Network,
  name: string,
  x: Value,
  outputs: number,
  { kernel, stride, groups = 1, activation }: ConvolutionShape,
): Value {
  const inputs = channelsOf(x) / groups;
  const shape = [kernel, kernel, inputs, outputs];
  const filter = net.weight(`${name}.filter`, shape, heUniform(kernel * kernel * inputs));
  const padding = paddingFor(net, kernel);
  const y = net.g.conv2d({ x, filter }, { strides: stride, padding, groups }, name);
  return batchNormalised(net, name, y, activation);
}

/** A 1 × 1 convolution without bias, batch normalisation, activation. */
export function pointwise(
  net: Network,
  name: string,
  x: Value,
  outputs: number,
  activation: LayerActivation,
  groups = 1,
): Value {
  return convolution(net, name, x, outputs, { kernel: 1, stride: 1, activation, groups });
}
