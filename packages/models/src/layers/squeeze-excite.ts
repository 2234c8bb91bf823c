import type { Value } from '@separable/core';
import { around, heUniform } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';

/**
 * Scales each channel by a gate between 0 and 1 that depends on the means of all channels.
 *
 * Source: Hu, Shen & Sun, "Squeeze-and-excitation networks" (2018), with the gate of Howard et al.,
 * "Searching for MobileNetV3" (2019): `min(max(x / 6 + 1 / 2, 0), 1)`.
 *
 * @param squeezed channels between the two layers
 */
export function squeezeExcite(net: Network, name: string, x: Value, squeezed: number): Value {
  const { g } = net;
  const channels = channelsOf(x);
  const mean = g.globalAveragePool2d({ x }, {}, `${name}.pool`);
  const less = g.relu({ x: mixed(net, `${name}.squeeze`, mean, squeezed) }, {}, `${name}.relu`);
  const line = mixed(net, `${name}.excite`, less, channels);
  const gate = g.hardSigmoid({ x: line }, { alpha: 1 / 6, beta: 0.5 }, `${name}.gate`);
  return g.mul({ a: x, b: gate }, {}, name);
}

/** A 1 × 1 convolution with bias. */
function mixed(net: Network, name: string, x: Value, outputs: number): Value {
  const inputs = channelsOf(x);
  const filter = net.weight(`${name}.filter`, [inputs, outputs], heUniform(inputs));
  const bias = net.weight(`${name}.bias`, [outputs], around(0, 0.1));
  return net.g.pointwiseConv2d({ x, filter, bias }, {}, name);
}
