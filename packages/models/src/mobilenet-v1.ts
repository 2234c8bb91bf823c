import type { Graph } from '@separable/core';
import { flooredChannels } from './layers/channels.js';
import { convolution } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { separableBlock } from './layers/separable-block.js';
import { imageNetwork } from './network/network.js';
import type { ScaledNetworkOptions } from './options.js';

/** Output channels before the factor alpha, and stride, of each depthwise separable block. */
const blocks = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  [1024, 1],
] as const;

/**
 * MobileNetV1 as Keras builds it: convolutions, batch normalisations and relu6 are nodes of their own,
 * for passes to fold.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `probabilities` `[batch, classes]`.
 *
 * Channels are `floor(alpha · channels)`. With the standard options: 568,740,352 multiply-accumulates
 * for one image and 4,253,864 parameters, moving statistics included.
 *
 * Source: Howard et al., "MobileNets: efficient convolutional neural networks for mobile vision
 * applications" (2017), table 1; `keras.applications.MobileNet`.
 *
 * @throws GraphError when an option leaves a layer without channels or pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { mobileNetV1 } from '@separable/models';
 * const graph = mobileNetV1({ alpha: 0.25, resolution: 128 });
 * console.log(graphCost(graph, { image: [1, 128, 128, 3] }).macs); // 13570048
 * ```
 */
export function mobileNetV1(options: ScaledNetworkOptions = {}): Graph {
  const { alpha = 1, resolution = 224, classes = 1000 } = options;
  const channels = flooredChannels(alpha);
  const style = { resolution, output: 'probabilities', epsilon: 1e-3, padding: 'same' } as const;
  return imageNetwork(`mobilenet-v1-${alpha}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: 'relu6' } as const;
    let x = convolution(net, 'stem', image, channels(32), stem);
    blocks.forEach(([outputs, stride], index) => {
      const shape = { outputs: channels(outputs), stride, activation: 'relu6' } as const;
      x = separableBlock(net, `block${index + 1}`, x, shape);
    });
    return net.g.softmax({ x: classifier(net, 'classifier', x, classes) }, {}, 'softmax');
  });
}
