import type { Padding } from '@separable/core';
import type { Network } from '../network/network.js';

/** Padding in the network's style; all but `none` keep the pixels of a map at stride 1. */
export function paddingFor(net: Network, kernel: number): Padding {
  if (kernel === 1 || net.padding === 'none') return 'valid';
  if (net.padding === 'same') return 'same';
  const side = (kernel - 1) / 2;
  return { top: side, bottom: side, left: side, right: side };
}
