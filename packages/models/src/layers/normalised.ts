import type { Value } from '@separable/core';
import { around } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';
import { activated, type LayerActivation } from './activation.js';

/** Batch normalisation with the statistics of inference, then an activation. */
export function batchNormalised(
  net: Network,
  name: string,
  x: Value,
  activation: LayerActivation,
): Value {
  const parameter = (part: string, centre: number): Value =>
    net.weight(`${name}.${part}`, [channelsOf(x)], around(centre, 0.2));
  const statistics = { mean: parameter('mean', 0), variance: parameter('variance', 1) };
  const affine = { scale: parameter('scale', 1), offset: parameter('offset', 0) };
  const { epsilon } = net;
  const y = net.g.batchNorm({ x, ...statistics, ...affine }, { epsilon }, `${name}.norm`);
  return activated(net, name, y, activation);
}

/** Normalisation over the channels of each pixel or frame by itself. */
export function layerNormalised(net: Network, name: string, x: Value): Value {
  const shape = [channelsOf(x)];
  const scale = net.weight(`${name}.scale`, shape, around(1, 0.2));
  const offset = net.weight(`${name}.offset`, shape, around(0, 0.2));
  return net.g.layerNorm({ x, scale, offset }, { epsilon: net.epsilon }, name);
}
