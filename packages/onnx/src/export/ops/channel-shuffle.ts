import { dim } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { inOrder, plainOrder } from '../order.js';

/** The channels split into groups, transposed and joined, wherever they lie. */
export const channelShuffle: Lowerings<'channelShuffle'> = {
  channelShuffle(node) {
    const { groups } = node.attributes;
    const { name, order } = node.home('x');
    const shape = inOrder(node.shape('x'), order);
    const at = order.indexOf(order.length - 1);
    const apart = shape.toSpliced(at, 1, groups, dim.floorDiv(shape[at]!, groups));
    const perm = plainOrder(apart.length).toSpliced(at, 2, at + 1, at);
    const dealt = node.add('Transpose', [node.reshape(name, shape, apart)], { perm });
    const moved = perm.map((axis) => apart[axis]!);
    return { name: node.reshape(dealt, moved, shape), order };
  },
};
