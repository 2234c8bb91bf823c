import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `Slice`. */
export const slice: Lowerings<'slice'> = {
  slice(node) {
    const { inputs, attributes, order } = permuted(node);
    const { axes, starts, ends, steps } = attributes;
    if (axes.length === 0) return { name: inputs[0]!, order };
    const lists = [node.sizes(starts), node.sizes(ends), node.int64s(axes), node.int64s(steps)];
    return { name: node.add('Slice', [inputs[0]!, ...lists]), order };
  },
};
