import { type Graph, GraphError, scalar, type Value } from '@separable/core';
import { selfAttention } from './layers/attention.js';
import { dense } from './layers/dense.js';
import { layerNormalised, batchNormalised } from './layers/normalised.js';
import { around, glorotUniform, heUniform } from './network/initialisers.js';
import { channelsOf, type Network, startNetwork } from './network/network.js';
import type { NetworkOptions } from './options.js';

/** Layers, channels, heads of the encoder by name. */
const sizes = {
  small: [16, 144, 4],
  medium: [16, 256, 4],
  large: [17, 512, 8],
} as const;

/** Options of {@link conformer}. */
export interface ConformerOptions extends Pick<NetworkOptions, 'seed' | 'weights'> {
  /** Depth and width by name; `small` unless given. */
  readonly size?: keyof typeof sizes;
  /** Conformer blocks; those of the size unless given. */
  readonly layers?: number;
  /** Channels of each frame; those of the size unless given. */
  readonly channels?: number;
  /** Attention heads, which divide the channels; those of the size unless given. */
  readonly heads?: number;
  /** Taps of the depthwise convolutions; 31 unless given. */
  readonly kernel?: number;
  /** Numbers in each frame of sound; 80 unless given. */
  readonly features?: number;
}

/**
 * The encoder of a Conformer: two strided convolutions that quarter the frames, then blocks of half a
 * feed-forward layer, self-attention, a convolution module around a depthwise convolution over time,
 * and the other half.
 *
 * - input `sound` `[batch, frames, features]`, output `encoded` `[batch, ⌈⌈frames / 2⌉ / 2⌉, channels]`;
 *   frames stay open.
 *
 * Attention has no relative positions, as in `torchaudio.models.Conformer`.
 *
 * Source: Gulati et al., "Conformer: convolution-augmented transformer for speech recognition" (2020),
 * figures 1 to 4 and table 1.
 *
 * @throws GraphError on an unknown size, or heads that do not divide the channels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { conformer } from '@separable/models';
 * const graph = conformer({ weights: 'zeros' });
 * console.log(graph.values.get(graph.outputs[0]!.value)?.shape.at(-1)); // 144
 * console.log(graphCost(graph, { sound: [1, 100, 80] }).macs); // 301708800
 * ```
 */
export function conformer(options: ConformerOptions = {}): Graph {
  const { size = 'small', kernel = 31, features = 80 } = options;
  if (!Object.hasOwn(sizes, size)) {
    throw new GraphError(`Conformer has the sizes ${Object.keys(sizes).join(', ')}, got ${size}`);
  }
  const [ofLayers, ofChannels, ofHeads] = sizes[size];
  const { layers = ofLayers, channels = ofChannels, heads = ofHeads } = options;
  if (channels % heads !== 0) {
    throw new GraphError(`${channels} channels do not divide into ${heads} heads`);
  }
  const name = `conformer-${layers}x${channels}`;
  const net = startNetwork(name, options, { epsilon: 1e-5, padding: 'same' });
  const sound = net.g.input('sound', 'float32', ['batch', 'frames', features]);
  let x = subsampled(net, sound, channels);
  for (let layer = 1; layer <= layers; layer++) {
    x = conformerBlock(net, `block${layer}`, x, heads, kernel);
  }
  net.g.output('encoded', x);
  return net.g.build();
}

/** Frames and features halved twice by 3 × 3 convolutions, then each frame mixed to `channels`. */
function subsampled(net: Network, sound: Value, channels: number): Value {
  const { g } = net;
  let x = g.expandDims({ x: sound }, { axes: [-1] }, 'subsample.map');
  for (const layer of [1, 2]) {
    const inputs = channelsOf(x);
    const name = `subsample.convolution${layer}`;
    const filter = net.weight(`${name}.filter`, [3, 3, inputs, channels], heUniform(9 * inputs));
    const bias = net.weight(`${name}.bias`, [channels], around(0, 0.1));
    const y = g.conv2d({ x, filter, bias }, { strides: 2, padding: 'same' }, name);
    x = g.relu({ x: y }, {}, `${name}.relu`);
  }
  const [batch, frames, rest] = x.shape as [string, string, number];
  const flat = g.reshape({ x }, { shape: [batch, frames, rest * channels] }, 'subsample.flat');
  return dense(net, 'subsample.dense', flat, channels);
}

function conformerBlock(
  net: Network,
  name: string,
  x: Value,
  heads: number,
  kernel: number,
): Value {
  const { g } = net;
  const added = (part: string, a: Value, b: Value): Value => g.add({ a, b }, {}, `${name}.${part}`);
  let y = added('add1', x, halfFeedForward(net, `${name}.feedForward1`, x));
  const heard = layerNormalised(net, `${name}.attention.norm`, y);
  y = added('add2', y, selfAttention(net, `${name}.attention`, heard, heads));
  y = added('add3', y, convolutionModule(net, `${name}.convolution`, y, kernel));
  y = added('add4', y, halfFeedForward(net, `${name}.feedForward2`, y));
  return layerNormalised(net, `${name}.norm`, y);
}

/** Half of a feed-forward layer of four times the channels (figure 4). */
function halfFeedForward(net: Network, name: string, x: Value): Value {
  const { g } = net;
  const channels = channelsOf(x);
  let y = layerNormalised(net, `${name}.norm`, x);
  y = dense(net, `${name}.expand`, y, 4 * channels);
  y = dense(net, `${name}.project`, g.swish({ x: y }, {}, `${name}.swish`), channels);
  const half = g.constant(`${name}.half`, scalar('float32', 0.5));
  return g.mul({ a: y, b: half }, {}, `${name}.halved`);
}

/** Pointwise convolution, gated linear unit, depthwise convolution over time, pointwise (figure 2). */
function convolutionModule(net: Network, name: string, x: Value, kernel: number): Value {
  const { g } = net;
  const channels = channelsOf(x);
  let y = layerNormalised(net, `${name}.norm`, x);
  y = mixed(net, `${name}.gates`, y, 2 * channels);
  const halves = { axis: -1, sizes: [channels, channels] };
  const [value, gate] = g.split({ x: y }, halves, `${name}.split`) as [Value, Value];
  const open = g.sigmoid({ x: gate }, {}, `${name}.sigmoid`);
  y = g.mul({ a: value, b: open }, {}, `${name}.glu`);
  const filter = net.weight(`${name}.depthwise.filter`, [kernel, channels, 1], heUniform(kernel));
  const operands = { x: y, filter };
  y = g.depthwiseConv1d(operands, { padding: 'same' }, `${name}.depthwise`);
  y = batchNormalised(net, `${name}.depthwise`, y, 'swish');
  return mixed(net, `${name}.project`, y, channels);
}

/** A pointwise convolution over time, without bias as in torchaudio. */
function mixed(net: Network, name: string, x: Value, outputs: number): Value {
  const inputs = channelsOf(x);
  const filter = net.weight(`${name}.filter`, [inputs, outputs], glorotUniform(inputs, outputs));
  return net.g.dense({ x, filter }, {}, name);
}
