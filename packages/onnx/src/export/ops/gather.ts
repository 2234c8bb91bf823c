import { resolveAxis } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { plainOrder } from '../order.js';

/** `Gather`, in the layout of what it chooses from. */
export const gather: Lowerings<'gather'> = {
  gather(node) {
    const { name, order } = node.home('x');
    const axis = resolveAxis(node.attributes.axis, order.length);
    const added = node.shape('indices').length;
    const result = order.flatMap((own) => {
      if (own === axis) return plainOrder(added).map((i) => axis + i);
      return own < axis ? [own] : [own + added - 1];
    });
    const inputs = [name, node.plain('indices')];
    return { name: node.add('Gather', inputs, { axis: order.indexOf(axis) }), order: result };
  },
};
