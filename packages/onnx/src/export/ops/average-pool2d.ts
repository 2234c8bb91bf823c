import { windows } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';
import { pooled } from '../pooled.js';

/** `AveragePool`. */
export const averagePool2d: Lowerings<'averagePool2d'> = {
  averagePool2d(node) {
    const { x, attributes } = pooled(node, 0, windows(node.attributes.kernel, node.attributes));
    const count_include_pad = node.attributes.countPadding ? 1 : undefined;
    const name = node.add('AveragePool', [x], { ...attributes, count_include_pad });
    return { name, order: channelsFirstOrder(4) };
  },
};
