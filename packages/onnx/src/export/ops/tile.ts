import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `Tile`. */
export const tile: Lowerings<'tile'> = {
  tile(node) {
    const { inputs, attributes, order } = permuted(node);
    if (attributes.repeats.length === 0) return { name: inputs[0]!, order };
    return { name: node.add('Tile', [inputs[0]!, node.sizes(attributes.repeats)]), order };
  },
};
