import type { Lowerings } from './lowering.js';

/** `PRelu`: the slope broadcasts to the input. */
export const prelu: Lowerings = {
  PRelu: (node) => node.g.prelu({ x: node.value(0), slope: node.value(1) }, {}, node.name()),
};
