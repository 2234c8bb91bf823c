import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import type { Laid } from '../order.js';
import { permuted } from '../permuted.js';

function along(op: string): (node: NodeExport<'softmax'> | NodeExport<'logSoftmax'>) => Laid {
  return (node) => {
    const { inputs, attributes, order } = permuted(node);
    return { name: node.add(op, inputs, { axis: attributes.axis }), order };
  };
}

/** `Softmax`, and `LogSoftmax`, which ONNX Runtime makes NaN all along beside an Infinity. */
export const softmax: Lowerings<'softmax' | 'logSoftmax'> = {
  softmax: along('Softmax'),
  logSoftmax: (node) => (node.model.exact ? node.decomposed() : along('LogSoftmax')(node)),
};
