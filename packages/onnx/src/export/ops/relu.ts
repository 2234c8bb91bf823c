import type { Lowerings } from '../lowering.js';

/** `Relu`; unsigned numbers are not below 0. */
export const relu: Lowerings<'relu'> = {
  relu(node) {
    const { name, order } = node.home('x');
    return node.dtype === 'uint8' ? { name, order } : { name: node.add('Relu', [name]), order };
  },
};
