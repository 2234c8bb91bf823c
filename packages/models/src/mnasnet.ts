import type { Graph } from '@separable/core';
import { divisibleChannels } from './layers/channels.js';
import { convolution, pointwise } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { invertedResidual } from './layers/inverted-residual.js';
import { separableBlock } from './layers/separable-block.js';
import { channelsOf, imageNetwork } from './network/network.js';
import type { ScaledNetworkOptions } from './options.js';

/** Expansion, kernel, output channels before the factor alpha, repeats, stride of the first. */
const stages = [
  [3, 3, 24, 3, 2],
  [3, 5, 40, 3, 2],
  [6, 5, 80, 3, 2],
  [6, 3, 96, 2, 1],
  [6, 5, 192, 4, 2],
  [6, 3, 320, 1, 1],
] as const;

/**
 * MNASNet-B1 as torchvision builds it.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * Channels are `makeDivisible(alpha · channels)`. With the standard options: 4,383,312 parameters,
 * without moving statistics.
 *
 * Source: Tan et al., "MnasNet: platform-aware neural architecture search for mobile" (2019), figure 7
 * without squeeze-excite; `torchvision.models.mnasnet1_0`.
 *
 * @throws GraphError when an option leaves a layer without channels or pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { mnasNet } from '@separable/models';
 * const graph = mnasNet({ alpha: 0.5, weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 224, 224, 3] }).macs); // 104455968
 * ```
 */
export function mnasNet(options: ScaledNetworkOptions = {}): Graph {
  const { alpha = 1, resolution = 224, classes = 1000 } = options;
  const channels = divisibleChannels(alpha);
  const style = { resolution, output: 'logits', epsilon: 1e-5, padding: 'symmetric' } as const;
  return imageNetwork(`mnasnet-${alpha}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: 'relu' } as const;
    let x = convolution(net, 'stem', image, channels(32), stem);
    x = separableBlock(net, 'separable', x, {
      outputs: channels(16),
      stride: 1,
      activation: 'relu',
      outputActivation: null,
    });
    let block = 1;
    for (const [expansion, kernel, outputs, repeats, stride] of stages) {
      for (let repeat = 0; repeat < repeats; repeat++) {
        x = invertedResidual(net, `block${block++}`, x, {
          expanded: channelsOf(x) * expansion,
          outputs: channels(outputs),
          kernel,
          stride: repeat === 0 ? stride : 1,
          activation: 'relu',
        });
      }
    }
    x = pointwise(net, 'head', x, 1280, 'relu');
    return classifier(net, 'classifier', x, classes);
  });
}
