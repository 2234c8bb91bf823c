import type { Lowerings } from '../lowering.js';

/** `Reciprocal` of `Sqrt`. */
export const rsqrt: Lowerings<'rsqrt'> = {
  rsqrt(node) {
    const { name, order } = node.home('x');
    return { name: node.add('Reciprocal', [node.add('Sqrt', [name])]), order };
  },
};
