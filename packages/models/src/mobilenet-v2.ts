import type { Graph } from '@separable/core';
import { divisibleChannels } from './layers/channels.js';
import { convolution, pointwise } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { invertedResidual } from './layers/inverted-residual.js';
import { makeDivisible } from './layers/make-divisible.js';
import { channelsOf, imageNetwork } from './network/network.js';
import type { ScaledNetworkOptions } from './options.js';

/** Expansion, output channels before the factor alpha, repeats, stride of the first, of each stage. */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

/**
 * MobileNetV2 as torchvision builds it: convolutions, batch normalisations and relu6 are nodes of
 * their own, for passes to fold.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * Channels are `makeDivisible(alpha · channels)`. With the standard options: 300,774,272
 * multiply-accumulates for one image and 3,504,872 parameters, without moving statistics.
 *
 * Source: Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks" (2018), table 2;
 * `torchvision.models.mobilenet_v2`.
 *
 * @throws GraphError when an option leaves a layer without channels or pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { mobileNetV2 } from '@separable/models';
 * console.log(graphCost(mobileNetV2(), { image: [1, 224, 224, 3] }).macs); // 300774272
 * ```
 */
export function mobileNetV2(options: ScaledNetworkOptions = {}): Graph {
  const { alpha = 1, resolution = 224, classes = 1000 } = options;
  const channels = divisibleChannels(alpha);
  const style = { resolution, output: 'logits', epsilon: 1e-5, padding: 'symmetric' } as const;
  return imageNetwork(`mobilenet-v2-${alpha}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: 'relu6' } as const;
    let x = convolution(net, 'stem', image, channels(32), stem);
    let block = 1;
    for (const [expansion, outputs, repeats, stride] of stages) {
      for (let repeat = 0; repeat < repeats; repeat++) {
        x = invertedResidual(net, `block${block++}`, x, {
          expanded: channelsOf(x) * expansion,
          outputs: channels(outputs),
          kernel: 3,
          stride: repeat === 0 ? stride : 1,
          activation: 'relu6',
        });
      }
    }
    x = pointwise(net, 'head', x, makeDivisible(1280 * Math.max(1, alpha)), 'relu6');
    return classifier(net, 'classifier', x, classes);
  });
}
