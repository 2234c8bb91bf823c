import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `Split`. */
export const split: Lowerings<'split'> = {
  split(node) {
    const { inputs, attributes, order } = permuted(node);
    const { axis, sizes } = attributes;
    const parts = [inputs[0]!, node.sizes(sizes)];
    return node.addMany('Split', parts, { axis }, sizes.length).map((name) => ({ name, order }));
  },
};
