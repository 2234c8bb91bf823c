import { windows } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';
import { windowed } from '../window.js';

/** `Conv`, with filters `[Cout, Cin/G, kh, kw]`. */
export const conv2d: Lowerings<'conv2d'> = {
  conv2d(node) {
    const { groups, activation } = node.attributes;
    const [kh, kw] = node.shape('filter') as number[];
    const { x, attributes } = windowed(
      node,
      node.channelsFirst('x'),
      node.shape('x').slice(1, 3),
      windows([kh!, kw!], node.attributes),
    );
    const inputs = [x, node.inOrder('filter', [3, 2, 0, 1]), ...node.optional('bias')];
    return node.activated(activation, channelsFirstOrder(4), () =>
      node.add('Conv', inputs, { ...attributes, group: groups }),
    );
  },
};
