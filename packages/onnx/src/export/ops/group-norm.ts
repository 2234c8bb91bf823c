import type { Lowerings } from '../lowering.js';

export const groupNorm: Lowerings<'groupNorm'> = {
  groupNorm: (node) => node.decomposed(),
};
