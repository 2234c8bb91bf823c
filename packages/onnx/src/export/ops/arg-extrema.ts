import { elementTypes } from '../../proto/element-types.js';
import type { Lowerings } from '../lowering.js';
import { nanKeys } from '../nan-keys.js';
import type { NodeExport } from '../node-export.js';
import type { Laid } from '../order.js';
import { permuted } from '../permuted.js';

function search(
  op: string,
  end: 'greatest' | 'least',
): (node: NodeExport<'argMax'> | NodeExport<'argMin'>) => Laid {
  return (node) => {
    const { inputs, attributes, order } = permuted(node);
    const { axis, keepDims, selectLast } = attributes;
    const [x] = inputs as [string];
    const isExact = node.model.exact && node.value('x').dtype === 'float32';
    const index = node.add(op, [isExact ? nanKeys(node, x, end) : x], {
      axis,
      keepdims: Number(keepDims),
      select_last_index: Number(selectLast),
    });
    return { name: node.cast(index, elementTypes.int32), order };
  };
}

/** `ArgMax` and `ArgMin`. */
export const argExtrema: Lowerings<'argMax' | 'argMin'> = {
  argMax: search('ArgMax', 'greatest'),
  argMin: search('ArgMin', 'least'),
};
