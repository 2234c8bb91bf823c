import type { Lowerings } from './lowering.js';

/** `Where`: `a` where the condition holds, `b` elsewhere. */
export const where: Lowerings = {
  Where: (node) =>
    node.g.where({ condition: node.value(0), a: node.value(1), b: node.value(2) }, {}, node.name()),
};
