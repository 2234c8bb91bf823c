import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `Concat`. */
export const concat: Lowerings<'concat'> = {
  concat(node) {
    const { inputs, attributes, order } = permuted(node);
    if (inputs.length === 1) return { name: inputs[0]!, order };
    return { name: node.add('Concat', inputs, { axis: attributes.axis }), order };
  },
};
