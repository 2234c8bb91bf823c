import type { Lowerings } from './lowering.js';

/** `Transpose`: axes reversed unless given. */
export const transpose: Lowerings = {
  Transpose: (node) => {
    const rank = node.rank(0);
    const permutation =
      node.attributes.ints('perm') ?? Array.from({ length: rank }, (_, i) => rank - 1 - i);
    return node.g.transpose({ x: node.value(0) }, { permutation }, node.name());
  },
};
