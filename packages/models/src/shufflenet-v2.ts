import { type Graph, GraphError } from '@separable/core';
import { convolution, pointwise } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { splitShuffleUnit } from './layers/shuffle-unit.js';
import { imageNetwork } from './network/network.js';
import type { NetworkOptions } from './options.js';

/** Output channels of stages 2 to 4 and of the head, by the factor of their name. */
const channelsByAlpha = {
  0.5: [48, 96, 192, 1024],
  1: [116, 232, 464, 1024],
  1.5: [176, 352, 704, 1024],
  2: [244, 488, 976, 2048],
} as const;

/** Units of stages 2 to 4. */
const units = [4, 8, 4] as const;

/** Options of {@link shuffleNetV2}. */
export interface ShuffleNetV2Options extends NetworkOptions {
  /** Which of the paper's widths; 1 unless given. */
  readonly alpha?: keyof typeof channelsByAlpha;
}

/**
 * ShuffleNetV2 as torchvision builds it.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * With the standard options: 2,278,604 parameters, without moving statistics.
 *
 * Source: Ma et al., "ShuffleNet V2: practical guidelines for efficient CNN architecture design"
 * (2018), table 5; `torchvision.models.shufflenet_v2_x1_0`.
 *
 * @throws GraphError on a width the paper does not have, and when an option leaves a layer without pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { shuffleNetV2 } from '@separable/models';
 * const graph = shuffleNetV2({ weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 224, 224, 3] }).macs); // 144907992
 * ```
 */
export function shuffleNetV2(options: ShuffleNetV2Options = {}): Graph {
  const { alpha = 1, resolution = 224, classes = 1000 } = options;
  if (!Object.hasOwn(channelsByAlpha, alpha)) {
    throw new GraphError(`ShuffleNetV2 has the widths 0.5, 1, 1.5 and 2, got ${alpha}`);
  }
  const channels = channelsByAlpha[alpha];
  const style = { resolution, output: 'logits', epsilon: 1e-5, padding: 'symmetric' } as const;
  return imageNetwork(`shufflenet-v2-${alpha}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: 'relu' } as const;
    let x = convolution(net, 'stem', image, 24, stem);
    const padding = { top: 1, bottom: 1, left: 1, right: 1 };
    x = net.g.maxPool2d({ x }, { kernel: 3, strides: 2, padding }, 'pool');
    units.forEach((count, index) => {
      const outputs = channels[index]!;
      for (let unit = 0; unit < count; unit++) {
        const name = `stage${index + 2}.unit${unit + 1}`;
        x = splitShuffleUnit(net, name, x, { outputs, stride: unit === 0 ? 2 : 1 });
      }
    });
    x = pointwise(net, 'head', x, channels[3], 'relu');
    return classifier(net, 'classifier', x, classes);
  });
}
