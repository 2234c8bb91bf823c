import type { Lowerings } from './lowering.js';

/** `Concat` along an axis. */
export const concat: Lowerings = {
  Concat: (node) => {
    const axis = node.attributes.int('axis', node.opset < 4 ? 1 : undefined);
    if (node.count === 1) return node.operand(0);
    return node.g.concat({ inputs: node.values() }, { axis }, node.name());
  },
};
