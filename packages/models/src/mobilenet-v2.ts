import { type Graph, graphBuilder, GraphError, type Value } from '@separable/core';
import { classifier, convolution, depthwise, type Network, pointwise } from './layers.js';
import { makeDivisible } from './make-divisible.js';
import type { MobileNetOptions } from './options.js';
import { randomSource } from './random.js';

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
 * MobileNetV2 as torchvision builds it, with random weights: convolutions, batch normalisations and
 * relu6 are nodes of their own, for passes to fold.
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
export function mobileNetV2(options: MobileNetOptions = {}): Graph {
  const { alpha = 1, resolution = 224, classes = 1000, seed = 1 } = options;
  if (!(alpha > 0)) throw new GraphError(`alpha must be above 0, got ${alpha}`);
  const g = graphBuilder(`mobilenet-v2-${alpha}-${resolution}`);
  const padding = { top: 1, bottom: 1, left: 1, right: 1 };
  const net: Network = { g, random: randomSource(seed), epsilon: 1e-5, padding };
  const image = g.input('image', 'float32', ['batch', resolution, resolution, 3]);
  const stem = { kernel: 3, stride: 2, activation: 'relu6' } as const;
  let x = convolution(net, 'stem', image, makeDivisible(32 * alpha), stem);
  let block = 1;
  for (const [expansion, outputs, repeats, stride] of stages) {
    for (let repeat = 0; repeat < repeats; repeat++) {
      const shape = {
        expansion,
        outputs: makeDivisible(outputs * alpha),
        stride: repeat === 0 ? stride : 1,
      };
      x = invertedResidual(net, `block${block++}`, x, shape);
    }
  }
  x = pointwise(net, 'head', x, makeDivisible(1280 * Math.max(1, alpha)), 'relu6');
  g.output('logits', classifier(net, 'classifier', x, classes));
  return g.build();
}

interface BlockShape {
  readonly expansion: number;
  readonly outputs: number;
  readonly stride: number;
}

/** Expand, convolve by channel, project; the input is added where the shapes allow it. */
function invertedResidual(
  net: Network,
  name: string,
  x: Value,
  { expansion, outputs, stride }: BlockShape,
): Value {
  const inputs = x.shape.at(-1) as number;
  const wide =
    expansion === 1 ? x : pointwise(net, `${name}.expand`, x, inputs * expansion, 'relu6');
  const convolved = depthwise(net, `${name}.depthwise`, wide, stride);
  const y = pointwise(net, `${name}.project`, convolved, outputs, null);
  return stride === 1 && inputs === outputs ? net.g.add({ a: x, b: y }, {}, `${name}.add`) : y;
}
