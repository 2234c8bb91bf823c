import type { Value } from '@separable/core';
import { glorotUniform } from '../network/initialisers.js';
import { channelsOf, type Network } from '../network/network.js';
import type { LayerActivation } from './activation.js';
import { pointwise } from './convolution.js';
import { depthwise } from './depthwise.js';
import { batchNormalised } from './normalised.js';
import { paddingFor } from './padding.js';

/** One depthwise separable block. */
export interface SeparableBlockShape {
  readonly outputs: number;
  readonly stride: number;
  readonly activation: LayerActivation;
  /** Behind the pointwise convolution; the same unless given. */
  readonly outputActivation?: LayerActivation;
}

/**
 * A 3 × 3 depthwise and a pointwise convolution, each with its batch normalisation and activation.
 *
 * Source: Howard et al., "MobileNets" (2017), figure 3.
 */
export function separableBlock(
  net: Network,
  name: string,
  x: Value,
  { outputs, stride, activation, outputActivation = activation }: SeparableBlockShape,
): Value {
  const y = depthwise(net, `${name}.depthwise`, x, { kernel: 3, stride, activation });
  return pointwise(net, `${name}.pointwise`, y, outputs, outputActivation);
}

/**
 * A 3 × 3 separable convolution as one node, then batch normalisation: nothing stands between its
 * parts.
 *
 * Source: Chollet, "Xception" (2016), section 2.
 */
export function separableConvolution(
  net: Network,
  name: string,
  x: Value,
  outputs: number,
  activation: LayerActivation,
): Value {
  const channels = channelsOf(x);
  const depthwiseFilter = net.weight(
    `${name}.depthwise.filter`,
    [3, 3, channels, 1],
    glorotUniform(9, 9),
  );
  const pointwiseFilter = net.weight(
    `${name}.pointwise.filter`,
    [channels, outputs],
    glorotUniform(channels, outputs),
  );
  const padding = paddingFor(net, 3);
  const y = net.g.separableConv2d({ x, depthwiseFilter, pointwiseFilter }, { padding }, name);
  return batchNormalised(net, name, y, activation);
}
