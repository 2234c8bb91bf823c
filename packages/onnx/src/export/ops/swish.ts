import type { Lowerings } from '../lowering.js';

/** `x · Sigmoid(beta · x)`. */
export const swish: Lowerings<'swish'> = {
  swish: (node) => node.decomposed(),
};
