import { dim } from '@separable/core';
import { laidValue } from '../export-value.js';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder, inOrder } from '../order.js';

/** `InstanceNormalization` of maps in which a group is a channel; then scale and offset. */
export const groupNorm: Lowerings<'groupNorm'> = {
  groupNorm(node) {
    const { groups, epsilon } = node.attributes;
    const { shape } = node.value('x');
    const order = channelsFirstOrder(shape.length);
    const stored = inOrder(shape, order);
    const grouped = [shape[0]!, groups, dim.floorDiv(dim.product(shape.slice(1)), groups)];
    const constant = (value: number): string =>
      node.model.constants.floats(Array.from({ length: groups }, () => value));
    const x = node.reshape(node.channelsFirst('x'), stored, grouped);
    const operands = [x, constant(1), constant(0)];
    const normal = node.add('InstanceNormalization', operands, { epsilon: { float: epsilon } });
    let y = laidValue(node.value('x'), { name: node.reshape(normal, grouped, stored), order });
    if (node.has('scale')) y = node.apply('mul', { a: y, b: node.value('scale') })[0]!;
    if (node.has('offset')) y = node.apply('add', { a: y, b: node.value('offset') })[0]!;
    return y.laid[0]!;
  },
};
