import { elementTypes } from '../../proto/element-types.js';
import type { Lowerings } from '../lowering.js';
import { permuted } from '../permuted.js';

/** `TopK`. */
export const topK: Lowerings<'topK'> = {
  topK(node) {
    const { inputs, attributes, order } = permuted(node);
    const { k, axis, largest, sorted } = attributes;
    const isByte = node.dtype === 'uint8';
    const x = isByte ? node.cast(inputs[0]!, elementTypes.int32) : inputs[0]!;
    const [values, indices] = node.addMany(
      'TopK',
      [x, node.int64s([k])],
      { axis, largest: Number(largest), sorted: Number(sorted) },
      2,
    ) as [string, string];
    return [
      { name: isByte ? node.cast(values, elementTypes.uint8) : values, order },
      { name: node.cast(indices, elementTypes.int32), order },
    ];
  },
};
