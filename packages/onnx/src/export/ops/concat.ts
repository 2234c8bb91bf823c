import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `Concat`. */
export const concat: Lowerings<'concat'> = {
  concat(node) {
    const { inputs, attributes, order } = permuted(node);
    return { name: node.add('Concat', inputs, { axis: attributes.axis }), order };
  },
};
