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

export const softmax: Lowerings<'softmax' | 'logSoftmax'> = {
  softmax: along('Softmax'),
  logSoftmax: along('LogSoftmax'),
};
