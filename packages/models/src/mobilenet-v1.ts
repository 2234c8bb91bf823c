import { type Graph, graphBuilder, GraphError } from '@separable/core';
import { classifier, convolution, depthwise, type Network, pointwise } from './layers.js';
import type { MobileNetOptions } from './options.js';
import { randomSource } from './random.js';

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
 * MobileNetV1 as Keras builds it, with random weights: convolutions, batch normalisations and relu6
 * are nodes of their own, for passes to fold.
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
export function mobileNetV1(options: MobileNetOptions = {}): Graph {
  const { alpha = 1, resolution = 224, classes = 1000, seed = 1 } = options;
  const channels = (count: number): number => {
    const scaled = Math.floor(count * alpha);
    if (!(scaled >= 1)) throw new GraphError(`alpha ${alpha} leaves no channel of ${count}`);
    return scaled;
  };
  const g = graphBuilder(`mobilenet-v1-${alpha}-${resolution}`);
  const net: Network = { g, random: randomSource(seed), epsilon: 1e-3, padding: 'same' };
  const image = g.input('image', 'float32', ['batch', resolution, resolution, 3]);
  const stem = { kernel: 3, stride: 2, activation: 'relu6' } as const;
  let x = convolution(net, 'stem', image, channels(32), stem);
  blocks.forEach(([outputs, stride], index) => {
    x = depthwise(net, `block${index + 1}.depthwise`, x, stride);
    x = pointwise(net, `block${index + 1}.pointwise`, x, channels(outputs), 'relu6');
  });
  const logits = classifier(net, 'classifier', x, classes);
  g.output('probabilities', g.softmax({ x: logits }, {}, 'softmax'));
  return g.build();
}
