import type { OpName } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { channelsFirstOrder, type Laid, plainOrder, sameOrder } from '../order.js';

/**
 * A pool of a channels-first map; elsewhere the reduction that it is, which also knows of NaN and of
 * maps without pixels.
 */
function globalPool(
  op: string,
  reduction: OpName,
): (node: NodeExport<'globalAveragePool2d'> | NodeExport<'globalMaxPool2d'>) => Laid {
  return (node) => {
    const { keepDims } = node.attributes;
    const { name, order } = node.home('x');
    const isMap = sameOrder(order, channelsFirstOrder(4)) && !node.shape('x').includes(0);
    if (!isMap || (node.model.exact && op === 'GlobalMaxPool'))
      return node.as(reduction, { x: node.value('x') }, { axes: [1, 2], keepDims });
    if (keepDims) return { name: node.add(op, [name]), order };
    const flat = node.add('Flatten', [node.add(op, [name])], { axis: 1 });
    return { name: flat, order: plainOrder(2) };
  };
}

export const globalPool2d: Lowerings<'globalAveragePool2d' | 'globalMaxPool2d'> = {
  globalAveragePool2d: globalPool('GlobalAveragePool', 'reduceMean'),
  globalMaxPool2d: globalPool('GlobalMaxPool', 'reduceMax'),
};
