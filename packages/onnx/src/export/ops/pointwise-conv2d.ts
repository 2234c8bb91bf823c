import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';

/** `Conv` with a kernel of one pixel, with filters `[Cout, Cin, 1, 1]`. */
export const pointwiseConv2d: Lowerings<'pointwiseConv2d'> = {
  pointwiseConv2d(node) {
    const [inputs, outputs] = node.shape('filter');
    const filter = node.arranged('filter', {
      permutation: [1, 0],
      shape: [outputs!, inputs!, 1, 1],
    });
    const operands = [node.channelsFirst('x'), filter, ...node.optional('bias')];
    return node.activated(node.attributes.activation, channelsFirstOrder(4), () =>
      node.add('Conv', operands, { kernel_shape: [1, 1] }),
    );
  },
};
