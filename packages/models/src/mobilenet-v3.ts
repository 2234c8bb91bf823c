import type { Graph, Value } from '@separable/core';
import { activated } from './layers/activation.js';
import { divisibleChannels } from './layers/channels.js';
import { convolution, pointwise } from './layers/convolution.js';
import { dense, pooled } from './layers/dense.js';
import { invertedResidual } from './layers/inverted-residual.js';
import { channelsOf, imageNetwork, type Network } from './network/network.js';
import type { ScaledNetworkOptions } from './options.js';

const RE = 'relu';
const HS = 'hardSwish';
const SE = true;
const no = false;

/** Kernel, expanded channels, output channels, squeeze-excite, activation, stride. */
type Bottleneck = readonly [number, number, number, boolean, typeof RE | typeof HS, number];

const large: readonly Bottleneck[] = [
  [3, 16, 16, no, RE, 1],
  [3, 64, 24, no, RE, 2],
  [3, 72, 24, no, RE, 1],
  [5, 72, 40, SE, RE, 2],
  [5, 120, 40, SE, RE, 1],
  [5, 120, 40, SE, RE, 1],
  [3, 240, 80, no, HS, 2],
  [3, 200, 80, no, HS, 1],
  [3, 184, 80, no, HS, 1],
  [3, 184, 80, no, HS, 1],
  [3, 480, 112, SE, HS, 1],
  [3, 672, 112, SE, HS, 1],
  [5, 672, 160, SE, HS, 2],
  [5, 960, 160, SE, HS, 1],
  [5, 960, 160, SE, HS, 1],
];

const small: readonly Bottleneck[] = [
  [3, 16, 16, SE, RE, 2],
  [3, 72, 24, no, RE, 2],
  [3, 88, 24, no, RE, 1],
  [5, 96, 40, SE, HS, 2],
  [5, 240, 40, SE, HS, 1],
  [5, 240, 40, SE, HS, 1],
  [5, 120, 48, SE, HS, 1],
  [5, 144, 48, SE, HS, 1],
  [5, 288, 96, SE, HS, 2],
  [5, 576, 96, SE, HS, 1],
  [5, 576, 96, SE, HS, 1],
];

/**
 * MobileNetV3-Large as torchvision builds it.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * Channels are `makeDivisible(alpha · channels)`. With the standard options: 5,483,032 parameters,
 * without moving statistics.
 *
 * Source: Howard et al., "Searching for MobileNetV3" (2019), table 1;
 * `torchvision.models.mobilenet_v3_large`.
 *
 * @throws GraphError when an option leaves a layer without channels or pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { mobileNetV3Large } from '@separable/models';
 * const graph = mobileNetV3Large({ weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 224, 224, 3] }).macs); // 216589760
 * ```
 */
export function mobileNetV3Large(options: ScaledNetworkOptions = {}): Graph {
  return mobileNetV3('large', large, 1280, options);
}

/**
 * MobileNetV3-Small as torchvision builds it.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * Channels are `makeDivisible(alpha · channels)`. With the standard options: 2,542,856 parameters,
 * without moving statistics.
 *
 * Source: Howard et al., "Searching for MobileNetV3" (2019), table 2;
 * `torchvision.models.mobilenet_v3_small`.
 *
 * @throws GraphError when an option leaves a layer without channels or pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { mobileNetV3Small } from '@separable/models';
 * const graph = mobileNetV3Small({ weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 224, 224, 3] }).macs); // 56510400
 * ```
 */
export function mobileNetV3Small(options: ScaledNetworkOptions = {}): Graph {
  return mobileNetV3('small', small, 1024, options);
}

function mobileNetV3(
  size: string,
  bottlenecks: readonly Bottleneck[],
  last: number,
  options: ScaledNetworkOptions,
): Graph {
  const { alpha = 1, resolution = 224, classes = 1000 } = options;
  const channels = divisibleChannels(alpha);
  const style = { resolution, output: 'logits', epsilon: 1e-3, padding: 'symmetric' } as const;
  return imageNetwork(`mobilenet-v3-${size}-${alpha}`, options, style, (net, image) => {
    const stem = { kernel: 3, stride: 2, activation: HS } as const;
    let x = convolution(net, 'stem', image, channels(16), stem);
    bottlenecks.forEach(([kernel, expansion, outputs, squeeze, activation, stride], index) => {
      x = invertedResidual(net, `block${index + 1}`, x, {
        expanded: channels(expansion),
        outputs: channels(outputs),
        kernel,
        stride,
        activation,
        squeeze,
      });
    });
    x = pointwise(net, 'head', x, 6 * channelsOf(x), HS);
    return widened(net, x, channels(last), classes);
  });
}

/** The last stage of the paper: a layer between the means and the classes. */
function widened(net: Network, x: Value, width: number, classes: number): Value {
  const wide = dense(net, 'last', pooled(net, 'last', x), width);
  return dense(net, 'classifier', activated(net, 'last', wide, HS), classes);
}
