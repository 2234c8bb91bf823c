import { elementwise } from '../elementwise.js';
import type { Lowerings } from '../lowering.js';

/** `PRelu`. */
export const prelu: Lowerings<'prelu'> = {
  prelu: (node) => elementwise(node, ['x', 'slope'], (x, slope) => node.add('PRelu', [x, slope])),
};
