import type { Lowerings } from '../lowering.js';
import { isPlain, plainOrder } from '../order.js';

/** `Gemm` of matrices; `MatMul` and `Add` at other ranks. */
export const dense: Lowerings<'dense'> = {
  dense(node) {
    const rank = node.shape('x').length;
    const filter = node.plain('filter');
    return node.activated(node.attributes.activation, plainOrder(rank), () => {
      if (rank === 2) {
        const { name, order } = node.home('x');
        const transA = isPlain(order) ? undefined : 1;
        return node.add('Gemm', [name, filter, ...node.optional('bias')], { transA });
      }
      const operands = [node.plain('x'), filter];
      if (!node.has('bias')) return node.add('MatMul', operands);
      return node.add('Add', [node.add('MatMul', operands), node.plain('bias')]);
    });
  },
};
