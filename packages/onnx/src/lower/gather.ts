import { indicesOf } from '../forms/indices.js';
import type { Lowerings } from './lowering.js';

/** `Gather`: negative indices count from the end. */
export const gather: Lowerings = {
  Gather: (node) => {
    const axis = node.attributes.int('axis', 0);
    return node.g.gather({ x: node.value(0), indices: indicesOf(node, 1) }, { axis }, node.name());
  },
};
