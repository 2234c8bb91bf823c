import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `CumSum`. */
export const cumsum: Lowerings<'cumsum'> = {
  cumsum(node) {
    const { inputs, attributes, order } = permuted(node);
    const { axis, exclusive, reverse } = attributes;
    const name = node.add('CumSum', [inputs[0]!, node.model.constants.int64s([axis], [])], {
      exclusive: Number(exclusive),
      reverse: Number(reverse),
    });
    return { name, order };
  },
};
