import type { Value } from '@separable/core';
import { heUniform } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';
import type { ConvolutionShape } from './convolution.js';
import { batchNormalised } from './normalised.js';
import { paddingFor } from './padding.js';

/** A depthwise convolution without bias, batch normalisation, activation. */
export function depthwise(
  net: Network,
  name: string,
  x: Value,
  { kernel, stride, activation }: Omit<ConvolutionShape, 'groups'>,
): Value {
  const shape = [kernel, kernel, channelsOf(x), 1];
  const filter = net.weight(`${name}.filter`, shape, heUniform(kernel * kernel));
  const padding = paddingFor(net, kernel);
  const y = net.g.depthwiseConv2d({ x, filter }, { strides: stride, padding }, name);
  return batchNormalised(net, name, y, activation);
}
