import type { Value } from '@separable/core';
import { around, heUniform, type Initialiser } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';

/** A fully connected layer with bias over the last axis. */
export function dense(
  net: Network,
  name: string,
  x: Value,
  outputs: number,
  initialise: Initialiser = heUniform(channelsOf(x)),
): Value {
  const filter = net.weight(`${name}.filter`, [channelsOf(x), outputs], initialise);
  const bias = net.weight(`${name}.bias`, [outputs], around(0, 0.1));
  return net.g.dense({ x, filter, bias }, {}, name);
}

/** The mean of each channel, then a dense layer with bias: `[N, classes]`. */
export function classifier(net: Network, name: string, x: Value, classes: number): Value {
  return dense(net, name, pooled(net, name, x), classes);
}

/** The mean of each channel: `[N, C]`. */
export function pooled(net: Network, name: string, x: Value): Value {
  return net.g.globalAveragePool2d({ x }, { keepDims: false }, `${name}.pool`);
}
