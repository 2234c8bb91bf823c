import { dim, windows } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';
import { windowed } from '../window.js';

/** `Conv` in which each channel is a group, with filters `[C·M, 1, kh, kw]`. */
export const depthwiseConv2d: Lowerings<'depthwiseConv2d'> = {
  depthwiseConv2d(node) {
    const [kh, kw, channels, multiplier] = node.shape('filter');
    const { x, attributes } = windowed(
      node,
      node.channelsFirst('x'),
      node.shape('x').slice(1, 3),
      windows([kh as number, kw as number], node.attributes),
    );
    const filter = node.arranged('filter', {
      permutation: [2, 3, 0, 1],
      shape: [dim.multiply(channels!, multiplier!), 1, kh!, kw!],
    });
    return node.activated(node.attributes.activation, channelsFirstOrder(4), () =>
      node.add('Conv', [x, filter, ...node.optional('bias')], {
        ...attributes,
        group: node.number(channels!, 'channels of a depthwise convolution'),
      }),
    );
  },
};
