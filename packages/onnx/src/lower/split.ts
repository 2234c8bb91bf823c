import { splitSizes } from '../forms/split-sizes.js';
import type { Lowerings } from './lowering.js';

/** `Split`: sizes as an attribute, an operand, or equal parts. */
export const split: Lowerings = {
  Split: (node) => node.g.split({ x: node.value(0) }, splitSizes(node), node.name()),
};
