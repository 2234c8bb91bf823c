import type { Lowerings } from '../lowering.js';

/** Nothing but another name for the axes; a reader that needs them in their order transposes. */
export const transpose: Lowerings<'transpose'> = {
  transpose(node) {
    const { name, order } = node.home('x');
    const { permutation } = node.attributes;
    return { name, order: order.map((axis) => permutation.indexOf(axis)) };
  },
};
