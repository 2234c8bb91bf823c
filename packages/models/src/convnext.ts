import { type Graph, GraphError, type Value } from '@separable/core';
import { dense, pooled } from './layers/dense.js';
import { layerNormalised } from './layers/normalised.js';
import { around, truncatedNormal } from './network/initialisers.js';
import { channelsOf, imageNetwork, type Network } from './network/network.js';
import type { NetworkOptions } from './options.js';

/** Blocks of the four stages, channels of the first; they double from stage to stage. */
const sizes = {
  atto: [[2, 2, 6, 2], 40],
  femto: [[2, 2, 6, 2], 48],
  pico: [[2, 2, 6, 2], 64],
  nano: [[2, 2, 8, 2], 80],
  tiny: [[3, 3, 9, 3], 96],
  small: [[3, 3, 27, 3], 96],
  base: [[3, 3, 27, 3], 128],
  large: [[3, 3, 27, 3], 192],
} as const;

/** Options of {@link convNeXt}. */
export interface ConvNeXtOptions extends NetworkOptions {
  /** Depth and width by name; `tiny` unless given. */
  readonly size?: keyof typeof sizes;
}

const initial = truncatedNormal(0.02);

/**
 * ConvNeXt: 7 × 7 depthwise convolutions, each before a layer normalisation and two dense layers.
 *
 * - input `image` `[batch, resolution, resolution, 3]`, output `logits` `[batch, classes]`.
 *
 * With the standard options: 28,589,128 parameters. Blocks are scaled by about 1, not by the 1e-6
 * that training starts from, so that drawn weights show what a trained network computes.
 *
 * Source: Liu et al., "A ConvNet for the 2020s" (2022), section 3; `torchvision.models.convnext_tiny`;
 * the sizes below tiny are those of Woo et al., "ConvNeXt V2" (2023), table 9, in the first version's
 * form.
 *
 * @throws GraphError on an unknown size, and when the resolution leaves a layer without pixels
 * @example
 * ```ts
 * import { graphCost } from '@separable/core';
 * import { convNeXt } from '@separable/models';
 * const graph = convNeXt({ weights: 'zeros' });
 * console.log(graphCost(graph, { image: [1, 224, 224, 3] }).parameters); // 28589128
 * ```
 */
export function convNeXt(options: ConvNeXtOptions = {}): Graph {
  const { size = 'tiny', resolution = 224, classes = 1000 } = options;
  if (!Object.hasOwn(sizes, size)) {
    throw new GraphError(`ConvNeXt has the sizes ${Object.keys(sizes).join(', ')}, got ${size}`);
  }
  const [depths, width] = sizes[size];
  const style = { resolution, output: 'logits', epsilon: 1e-6, padding: 'symmetric' } as const;
  return imageNetwork(`convnext-${size}`, options, style, (net, image) => {
    let x = layerNormalised(net, 'stem.norm', patches(net, 'stem', image, 4, width));
    depths.forEach((blocks, stage) => {
      const name = `stage${stage + 1}`;
      if (stage > 0) {
        const normalised = layerNormalised(net, `${name}.reduce.norm`, x);
        x = patches(net, `${name}.reduce`, normalised, 2, 2 * channelsOf(x));
      }
      for (let block = 1; block <= blocks; block++)
        x = convNeXtBlock(net, `${name}.block${block}`, x);
    });
    const means = layerNormalised(net, 'classifier.norm', pooled(net, 'classifier', x));
    return dense(net, 'classifier', means, classes, initial);
  });
}

/** A convolution over patches that do not overlap. */
function patches(net: Network, name: string, x: Value, size: number, outputs: number): Value {
  const filter = net.weight(`${name}.filter`, [size, size, channelsOf(x), outputs], initial);
  const bias = net.weight(`${name}.bias`, [outputs], around(0, 0.1));
  return net.g.conv2d({ x, filter, bias }, { strides: size }, name);
}

function convNeXtBlock(net: Network, name: string, x: Value): Value {
  const { g } = net;
  const channels = channelsOf(x);
  const filter = net.weight(`${name}.depthwise.filter`, [7, 7, channels, 1], initial);
  const bias = net.weight(`${name}.depthwise.bias`, [channels], around(0, 0.1));
  const padding = { top: 3, bottom: 3, left: 3, right: 3 };
  let y = g.depthwiseConv2d({ x, filter, bias }, { padding }, `${name}.depthwise`);
  y = layerNormalised(net, `${name}.norm`, y);
  y = g.gelu({ x: dense(net, `${name}.expand`, y, 4 * channels, initial) }, {}, `${name}.gelu`);
  y = dense(net, `${name}.project`, y, channels, initial);
  const factor = net.weight(`${name}.scale`, [channels], around(1, 0.2));
  return g.add({ a: x, b: g.mul({ a: y, b: factor }, {}, `${name}.scaled`) }, {}, `${name}.add`);
}
