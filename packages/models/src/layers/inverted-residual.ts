import type { Value } from '@separable/core';
import { channelsOf, type Network } from '../network/network.js';
import type { LayerActivation } from './activation.js';
import { pointwise } from './convolution.js';
import { depthwise } from './depthwise.js';
import { makeDivisible } from './make-divisible.js';
import { squeezeExcite } from './squeeze-excite.js';

/** One inverted residual block. */
export interface InvertedResidualShape {
  /** Channels the depthwise convolution works on; without expansion where the input has as many. */
  readonly expanded: number;
  readonly outputs: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: LayerActivation;
  /** Whether a squeeze-excite layer of a quarter of the channels follows the depthwise convolution. */
  readonly squeeze?: boolean;
}

/**
 * Expand, convolve by channel, project; the input is added where the shapes allow it.
 *
 * Source: Sandler et al., "MobileNetV2" (2018), figure 3; Howard et al., "Searching for MobileNetV3"
 * (2019), figure 4, with squeeze-excite.
 */
export function invertedResidual(
  net: Network,
  name: string,
  x: Value,
  { expanded, outputs, kernel, stride, activation, squeeze = false }: InvertedResidualShape,
): Value {
  const inputs = channelsOf(x);
  let y = x;
  if (expanded !== inputs) y = pointwise(net, `${name}.expand`, y, expanded, activation);
  y = depthwise(net, `${name}.depthwise`, y, { kernel, stride, activation });
  if (squeeze) {
    y = squeezeExcite(net, `${name}.squeezeExcite`, y, makeDivisible(Math.floor(expanded / 4)));
  }
  y = pointwise(net, `${name}.project`, y, outputs, null);
  return stride === 1 && inputs === outputs ? net.g.add({ a: x, b: y }, {}, `${name}.add`) : y;
}
