import { type Graph, GraphError } from '@separable/core';
import { divisibleChannels } from './layers/channels.js';
import { convolution, pointwise } from './layers/convolution.js';
import { classifier } from './layers/dense.js';
import { invertedResidual } from './layers/inverted-residual.js';
import { channelsOf, imageNetwork } from './network/network.js';
import type { NetworkOptions } from './options.js';

/** Factor on channels, factor on repeats, resolution, of each variant. */
const variants = [
  [1.0, 1.0, 224],
  [1.0, 1.1, 240],
  [1.1, 1.2, 260],
  [1.2, 1.4, 280],
  [1.4, 1.8, 300],
] as const;

/** Expansion, kernel, output channels, repeats, stride of the first, of each stage at the factors 1. */
const stages = [
  [1, 3, 16, 1, 1],
  [6, 3, 24, 2, 2],
  [6, 5, 40, 2, 2],
  [6, 3, 80, 3, 2],
  [6, 5, 112, 3, 1],
  [6, 5, 192, 4, 2],
  [6, 3, 320, 1, 1],
] as const;

/** Options of {@link efficientNetLite}. */
export interface EfficientNetLiteOptions extends NetworkOptions {
  /** 0 to 4, the number behind the name; 0 unless given. The resolution follows it. */
  readonly variant?: 0 | 1 | 2 | 3 | 4;
}

/**
 * EfficientNet-Lite0 to Lite4 as their authors build them: EfficientNet without squeeze-excite, with
 * relu6, and with a stem, a head and end stages that do not scale.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * Lite0 has 4,652,008 parameters, without moving statistics.
 *
 * Source: Tan & Le, "EfficientNet" (2019), table 1; `efficientnet_lite_builder.py` and the table of
 * its README in tensorflow/tpu.
 *
 * @throws GraphError on an unknown variant, and when an option leaves a layer without pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { efficientNetLite } from '@separable/models';
 * const graph = efficientNetLite({ variant: 4, weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 300, 300, 3] }).macs); // 2553034336
 * ```
 */
export function efficientNetLite(options: EfficientNetLiteOptions = {}): Graph {
  const { variant = 0, classes = 1000 } = options;
  const factors = variants[variant];
  if (factors === undefined) {
    throw new GraphError(`EfficientNet-Lite has the variants 0 to 4, got ${variant}`);
  }
  const [alpha, depth, trained] = factors;
  const { resolution = trained } = options;
  const channels = divisibleChannels(alpha);
  const style = { resolution, output: 'logits', epsilon: 1e-3, padding: 'same' } as const;
  return imageNetwork(`efficientnet-lite${variant}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: 'relu6' } as const;
    let x = convolution(net, 'stem', image, 32, stem);
    let block = 1;
    stages.forEach(([expansion, kernel, outputs, repeats, stride], stage) => {
      const atAnEnd = stage === 0 || stage === stages.length - 1;
      const blocks = atAnEnd ? repeats : Math.ceil(repeats * depth);
      for (let repeat = 0; repeat < blocks; repeat++) {
        x = invertedResidual(net, `block${block++}`, x, {
          expanded: channelsOf(x) * expansion,
          outputs: channels(outputs),
          kernel,
          stride: repeat === 0 ? stride : 1,
          activation: 'relu6',
        });
      }
    });
    x = pointwise(net, 'head', x, 1280, 'relu6');
    return classifier(net, 'classifier', x, classes);
  });
}
