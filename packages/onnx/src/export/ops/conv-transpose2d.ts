import {
  type AxisPadding,
  type Dim,
  span,
  transposedCrop,
  type Window,
  windows,
} from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';
import { padsOf } from '../window.js';

/** `ConvTranspose`, with filters `[Cin, Cout/G, kh, kw]`. */
export const convTranspose2d: Lowerings<'convTranspose2d'> = {
  convTranspose2d(node) {
    const { groups, strides, dilations, outputPadding, activation } = node.attributes;
    const [kh, kw] = node.shape('filter') as number[];
    const axes = windows([kh!, kw!], node.attributes);
    const sizes = node.shape('x').slice(1, 3);
    const crops = axes.map((window, i) => crop(sizes[i]!, window, outputPadding[i]!));
    const pads = padsOf(crops);
    // The SAME kinds reach `size · stride` even where the taps do not.
    const fill = axes.map((window, i) => gap(window, outputPadding[i]!));
    const inputs = [
      node.channelsFirst('x'),
      node.inOrder('filter', [2, 3, 0, 1]),
      ...node.optional('bias'),
    ];
    return node.activated(activation, channelsFirstOrder(4), () =>
      node.add('ConvTranspose', inputs, {
        kernel_shape: [kh!, kw!],
        strides,
        dilations,
        output_padding: fill,
        group: groups,
        pads,
      }),
    );
  },
};

/** What is cut off; it is the same for all sizes, as a full result grows by the stride. */
function crop(size: Dim, window: Window, outputPadding: number): AxisPadding {
  return transposedCrop(typeof size === 'number' ? size : 1, window, outputPadding);
}

function gap(window: Window, outputPadding: number): number {
  if (typeof window.padding === 'object' || window.padding === 'valid') return outputPadding;
  return outputPadding + Math.max(0, window.stride - span(window) - outputPadding);
}
