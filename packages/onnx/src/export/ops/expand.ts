import type { Lowerings } from '../lowering.js';
import { inOrder, plainOrder } from '../order.js';

/** `Expand`, in the operand's layout unless axes are added. */
export const expand: Lowerings<'expand'> = {
  expand(node) {
    const { shape } = node.types[0]!;
    const follows = node.shape('x').length === shape.length;
    const { name, order } = follows
      ? node.home('x')
      : { name: node.plain('x'), order: plainOrder(shape.length) };
    return { name: node.add('Expand', [name, node.sizes(inOrder(shape, order))]), order };
  },
};
