import type { Value } from '@separable/core';
import { channelsOf, type Network } from '../network/network.js';
import { pointwise } from './convolution.js';
import { depthwise } from './depthwise.js';

/** A unit of a ShuffleNet. */
export interface ShuffleUnitShape {
  /** Channels of the result. */
  readonly outputs: number;
  /** 1 keeps the map and its channels; 2 halves rows and columns. */
  readonly stride: 1 | 2;
}

/**
 * A bottleneck of grouped pointwise convolutions with a shuffle between them, added to its input; at
 * stride 2 the pooled input is concatenated instead.
 *
 * Source: Zhang et al., "ShuffleNet" (2017), figure 2 b and c.
 *
 * @param groups of both pointwise convolutions
 * @param firstGroups of the first one: 1 in the very first unit, whose input has few channels
 */
export function groupedShuffleUnit(
  net: Network,
  name: string,
  x: Value,
  { outputs, stride }: ShuffleUnitShape,
  groups: number,
  firstGroups: number = groups,
): Value {
  const { g } = net;
  const narrow = Math.floor(outputs / 4);
  const made = stride === 1 ? outputs : outputs - channelsOf(x);
  let y = pointwise(net, `${name}.compress`, x, narrow, 'relu', firstGroups);
  y = g.channelShuffle({ x: y }, { groups }, `${name}.shuffle`);
  y = depthwise(net, `${name}.depthwise`, y, { kernel: 3, stride, activation: null });
  y = pointwise(net, `${name}.expand`, y, made, null, groups);
  if (stride === 1) return g.relu({ x: g.add({ a: x, b: y }, {}, `${name}.add`) }, {}, name);
  const padding = { top: 1, bottom: 1, left: 1, right: 1 };
  const pool = { kernel: 3, strides: 2, padding, countPadding: true } as const;
  const shortcut = g.averagePool2d({ x }, pool, `${name}.pool`);
  const joined = g.concat({ inputs: [shortcut, y] }, { axis: -1 }, `${name}.concat`);
  return g.relu({ x: joined }, {}, name);
}

/**
 * Half of the channels pass through, half are convolved, and both are shuffled; at stride 2 both
 * halves see all channels and are convolved.
 *
 * Source: Ma et al., "ShuffleNet V2" (2018), figure 3 c and d.
 */
export function splitShuffleUnit(
  net: Network,
  name: string,
  x: Value,
  { outputs, stride }: ShuffleUnitShape,
): Value {
  const { g } = net;
  const half = outputs / 2;
  const sizes = [half, half];
  const [left, right] =
    stride === 1 ? g.split({ x }, { axis: -1, sizes }, `${name}.split`) : [x, x];
  const convolved = (branch: string, value: Value): Value => {
    const y = depthwise(net, `${name}.${branch}.depthwise`, value, {
      kernel: 3,
      stride,
      activation: null,
    });
    return pointwise(net, `${name}.${branch}.pointwise`, y, half, 'relu');
  };
  const shortcut = stride === 1 ? left! : convolved('left', left!);
  const wide = pointwise(net, `${name}.right.mix`, right!, half, 'relu');
  const inputs = [shortcut, convolved('right', wide)];
  const joined = g.concat({ inputs }, { axis: -1 }, `${name}.concat`);
  return g.channelShuffle({ x: joined }, { groups: 2 }, name);
}
