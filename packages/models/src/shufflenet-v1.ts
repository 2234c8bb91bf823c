import { type Graph, GraphError } from '@separable/core';
import { flooredChannels } from './layers/channels.js';
import { convolution } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { groupedShuffleUnit } from './layers/shuffle-unit.js';
import { imageNetwork } from './network/network.js';
import type { ScaledNetworkOptions } from './options.js';

/** Output channels of stages 2 to 4 before the factor alpha, by groups. */
const channelsByGroups = {
  1: [144, 288, 576],
  2: [200, 400, 800],
  3: [240, 480, 960],
  4: [272, 544, 1088],
  8: [384, 768, 1536],
} as const;

/** Units of stages 2 to 4. */
const units = [4, 8, 4] as const;

/** Options of {@link shuffleNetV1}. */
export interface ShuffleNetV1Options extends ScaledNetworkOptions {
  /** Groups of the pointwise convolutions; 3 unless given. */
  readonly groups?: keyof typeof channelsByGroups;
}

/**
 * ShuffleNet with grouped pointwise convolutions and shuffled channels.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * Channels are `floor(alpha · channels)`. With the standard options: 1,865,728 parameters, without
 * moving statistics.
 *
 * Source: Zhang et al., "ShuffleNet: an extremely efficient convolutional neural network for mobile
 * devices" (2017), table 1.
 *
 * @throws GraphError on other groups, or channels that do not divide into them
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { shuffleNetV1 } from '@separable/models';
 * const graph = shuffleNetV1({ groups: 8, weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 224, 224, 3] }).macs); // 138365952
 * ```
 */
export function shuffleNetV1(options: ShuffleNetV1Options = {}): Graph {
  const { alpha = 1, groups = 3, resolution = 224, classes = 1000 } = options;
  if (!Object.hasOwn(channelsByGroups, groups)) {
    throw new GraphError(`ShuffleNetV1 has 1, 2, 3, 4 or 8 groups, got ${groups}`);
  }
  const channels = flooredChannels(alpha);
  const style = { resolution, output: 'logits', epsilon: 1e-5, padding: 'symmetric' } as const;
  return imageNetwork(`shufflenet-v1-${alpha}-g${groups}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: 'relu' } as const;
    let x = convolution(net, 'stem', image, channels(24), stem);
    const padding = { top: 1, bottom: 1, left: 1, right: 1 };
    x = net.g.maxPool2d({ x }, { kernel: 3, strides: 2, padding }, 'pool');
    units.forEach((count, index) => {
      const outputs = channels(channelsByGroups[groups][index]!);
      for (let unit = 0; unit < count; unit++) {
        const stride = unit === 0 ? 2 : 1;
        const firstGroups = index === 0 && unit === 0 ? 1 : groups;
        const name = `stage${index + 2}.unit${unit + 1}`;
        x = groupedShuffleUnit(net, name, x, { outputs, stride }, groups, firstGroups);
      }
    });
    return classifier(net, 'classifier', x, classes);
  });
}
