import type { Value } from '@separable/core';
import type { Network } from '../network/network.js';

/** Activation behind a layer, or null for none. */
export type LayerActivation = 'relu' | 'relu6' | 'hardSwish' | 'swish' | 'gelu' | null;

/** The activation as a node of its own, for passes to fuse. */
export function activated(
  net: Network,
  name: string,
  x: Value,
  activation: LayerActivation,
): Value {
  return activation === null ? x : net.g[activation]({ x }, {}, `${name}.${activation}`);
}
