import {
  type Graph,
  graphBuilder,
  type GraphBuilder,
  GraphError,
  type Value,
} from '@separable/core';
import type { NetworkOptions } from '../options.js';
import type { Initialiser } from './initialisers.js';
import { weightSource } from './weights.js';

/** What the layers of one network share. */
export interface NetworkStyle {
  /** Added to the variance in normalisations. */
  readonly epsilon: number;
  /** `same` as in Keras, the same pixels on both sides as in PyTorch, or no padding. */
  readonly padding: 'same' | 'symmetric' | 'none';
}

/** A network under construction. */
export interface Network extends NetworkStyle {
  readonly g: GraphBuilder;
  /** A constant of the network, drawn or loaded. */
  weight(name: string, shape: readonly number[], initialise: Initialiser): Value;
}

/** Starts a network whose weights come from where the options say. */
export function startNetwork(
  name: string,
  { seed = 1, weights }: Pick<NetworkOptions, 'seed' | 'weights'>,
  style: NetworkStyle,
): Network {
  const g = graphBuilder(name);
  const source = weightSource(seed, weights);
  const taken = new Set<string>();
  return {
    ...style,
    g,
    weight(weight, shape, initialise) {
      // The builder would number a second one, and loading would then give it the first one's values.
      if (taken.has(weight)) throw new GraphError(`network '${name}' has two weights '${weight}'`);
      taken.add(weight);
      return g.constant(weight, source(weight, shape, initialise));
    },
  };
}

/** A network from an image to one output. */
export function imageNetwork(
  name: string,
  options: NetworkOptions,
  style: NetworkStyle & { readonly resolution: number; readonly output: string },
  layers: (net: Network, image: Value) => Value,
): Graph {
  const { resolution, output, ...shared } = style;
  const net = startNetwork(`${name}-${resolution}`, options, shared);
  const image = net.g.input('image', 'float32', ['batch', resolution, resolution, 3]);
  net.g.output(output, layers(net, image));
  return net.g.build();
}

/** Channels of a feature map, which a network always knows. */
export function channelsOf(x: Value): number {
  return x.shape.at(-1) as number;
}
