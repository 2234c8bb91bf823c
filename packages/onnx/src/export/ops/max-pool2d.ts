import { windows } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';
import { pooled } from '../pooled.js';

/** `MaxPool`. */
export const maxPool2d: Lowerings<'maxPool2d'> = {
  maxPool2d(node) {
    const x = pooled(node, -Infinity, windows(node.attributes.kernel, node.attributes));
    return { name: node.add('MaxPool', [x.x], x.attributes), order: channelsFirstOrder(4) };
  },
};
