import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';

/** `InstanceNormalization`, which wants a scale and an offset. */
export const instanceNorm: Lowerings<'instanceNorm'> = {
  instanceNorm(node) {
    const { shape } = node.value('x');
    const channels = shape.at(-1)!;
    if (typeof channels !== 'number') return node.decomposed();
    const vector = (operand: string, value: number): string =>
      node.has(operand)
        ? node.plain(operand)
        : node.model.constants.floats(Array.from({ length: channels }, () => value));
    const inputs = [node.channelsFirst('x'), vector('scale', 1), vector('offset', 0)];
    const epsilon = { float: node.attributes.epsilon };
    return {
      name: node.add('InstanceNormalization', inputs, { epsilon }),
      order: channelsFirstOrder(shape.length),
    };
  },
};
