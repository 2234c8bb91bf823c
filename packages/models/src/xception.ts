import type { Graph, Value } from '@separable/core';
import { flooredChannels } from './layers/channels.js';
import { convolution } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { separableConvolution } from './layers/separable-block.js';
import { imageNetwork, type Network } from './network/network.js';
import type { ScaledNetworkOptions } from './options.js';

/**
 * Xception as Keras builds it, its separable convolutions one node each.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `probabilities` `[batch, classes]`.
 *
 * Channels are `floor(alpha · channels)`. With the standard options (299 pixels): 22,910,480
 * parameters, moving statistics included.
 *
 * Source: Chollet, "Xception: deep learning with depthwise separable convolutions" (2016), figure 5;
 * `keras.applications.Xception`.
 *
 * @throws GraphError when an option leaves a layer without channels or pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { xception } from '@separable/models';
 * const graph = xception({ weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 299, 299, 3] }).parameters); // 22910480
 * ```
 */
export function xception(options: ScaledNetworkOptions = {}): Graph {
  const { alpha = 1, resolution = 299, classes = 1000 } = options;
  const channels = flooredChannels(alpha);
  const style = { resolution, output: 'probabilities', epsilon: 1e-3, padding: 'same' } as const;
  return imageNetwork(`xception-${alpha}`, options, style, (net, image) => {
    let x = entry(net, image, channels);
    for (let block = 5; block < 13; block++) x = middle(net, `block${block}`, x, channels(728));
    x = reduced(net, 'block13', x, [channels(728), channels(1024)], true);
    x = separableConvolution(net, 'block14.separable1', x, channels(1536), 'relu');
    x = separableConvolution(net, 'block14.separable2', x, channels(2048), 'relu');
    return net.g.softmax({ x: classifier(net, 'classifier', x, classes) }, {}, 'softmax');
  });
}

/** Two plain convolutions without padding, then three blocks that halve the map. */
function entry(net: Network, image: Value, channels: (count: number) => number): Value {
  const unpadded = { ...net, padding: 'none' } as const;
  const first = { kernel: 3, stride: 2, activation: 'relu' } as const;
  let x = convolution(unpadded, 'block1.convolution1', image, channels(32), first);
  x = convolution(unpadded, 'block1.convolution2', x, channels(64), { ...first, stride: 1 });
  const widths = [128, 256, 728].map(channels);
  widths.forEach((width, index) => {
    x = reduced(net, `block${index + 2}`, x, [width, width], index > 0);
  });
  return x;
}

/** Two separable convolutions and a pool of stride 2, added to a strided 1 × 1 convolution. */
function reduced(
  net: Network,
  name: string,
  x: Value,
  [first, second]: readonly [number, number],
  activateFirst: boolean,
): Value {
  const { g } = net;
  const shape = { kernel: 1, stride: 2, activation: null } as const;
  const shortcut = convolution(net, `${name}.shortcut`, x, second, shape);
  let y = activateFirst ? g.relu({ x }, {}, `${name}.relu`) : x;
  y = separableConvolution(net, `${name}.separable1`, y, first, 'relu');
  y = separableConvolution(net, `${name}.separable2`, y, second, null);
  y = g.maxPool2d({ x: y }, { kernel: 3, strides: 2, padding: 'same' }, `${name}.pool`);
  return g.add({ a: y, b: shortcut }, {}, `${name}.add`);
}

/** Three separable convolutions, each behind an activation, added to their input. */
function middle(net: Network, name: string, x: Value, width: number): Value {
  let y = x;
  for (const layer of [1, 2, 3]) {
    y = net.g.relu({ x: y }, {}, `${name}.relu${layer}`);
    y = separableConvolution(net, `${name}.separable${layer}`, y, width, null);
  }
  return net.g.add({ a: x, b: y }, {}, `${name}.add`);
}
