import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `Pad`. */
export const pad: Lowerings<'pad'> = {
  pad(node) {
    const { inputs, attributes, order } = permuted(node);
    const { before, after, mode, value } = attributes;
    if (before.length === 0) return { name: inputs[0]!, order };
    const pads = node.sizes([...before, ...after]);
    if (mode !== 'constant') return { name: node.add('Pad', [inputs[0]!, pads], { mode }), order };
    const number = node.model.constants.scalar(node.dtype, value);
    return { name: node.add('Pad', [inputs[0]!, pads, number]), order };
  },
};
