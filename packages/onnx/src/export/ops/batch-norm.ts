import { resolveAxis } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { channelsFirstOrder, type Order, plainOrder } from '../order.js';

/** `BatchNormalization`, which wants the channels on the second axis. */
export const batchNorm: Lowerings<'batchNorm'> = {
  batchNorm(node) {
    const { shape } = node.value('x');
    const channels = node.shape('mean')[0]!;
    if (shape.length < 2 || typeof channels !== 'number') return node.decomposed();
    const order = orderWithSecond(resolveAxis(node.attributes.axis, shape.length), shape.length);
    const parameters = [
      vector(node, 'scale', channels, 1),
      vector(node, 'offset', channels, 0),
      node.plain('mean'),
      node.plain('variance'),
    ];
    const epsilon = { float: node.attributes.epsilon };
    const inputs = [node.inOrder('x', order), ...parameters];
    return { name: node.add('BatchNormalization', inputs, { epsilon }), order };
  },
};

/** An order with an axis in the second place, the usual one for channels. */
function orderWithSecond(axis: number, rank: number): Order {
  if (axis === rank - 1 && rank > 2) return channelsFirstOrder(rank);
  const [first, ...rest] = plainOrder(rank).filter((other) => other !== axis);
  return [first!, axis, ...rest];
}

function vector(
  node: NodeExport<'batchNorm'>,
  operand: string,
  length: number,
  value: number,
): string {
  if (node.has(operand)) return node.plain(operand);
  return node.model.constants.floats(Array.from({ length }, () => value));
}
