import { elementTypes } from '../../proto/element-types.js';
import type { Lowerings } from '../lowering.js';
import { fromNanKeys, nanKeys } from '../nan-keys.js';
import { permuted } from '../permuted.js';

/** `TopK`, of keys that give NaN its place; ONNX Runtime has none for uint8. */
export const topK: Lowerings<'topK'> = {
  topK(node) {
    const { inputs, attributes, order } = permuted(node);
    const [x] = inputs as [string];
    const { k, axis, largest, sorted } = attributes;
    const search = (keys: string): readonly string[] => {
      const flags = { axis, largest: Number(largest), sorted: Number(sorted) };
      return node.addMany('TopK', [keys, node.int64s([k])], flags, 2);
    };
    if (node.dtype === 'float32' && node.model.exact) {
      const [keys, places] = search(nanKeys(node, x, 'greatest')) as [string, string];
      return [
        { name: fromNanKeys(node, keys), order },
        { name: node.cast(places, elementTypes.int32), order },
      ];
    }
    const isByte = node.dtype === 'uint8';
    const [values, places] = search(isByte ? node.cast(x, elementTypes.int32) : x) as [
      string,
      string,
    ];
    return [
      { name: isByte ? node.cast(values, elementTypes.uint8) : values, order },
      { name: node.cast(places, elementTypes.int32), order },
    ];
  },
};
