import type { Lowerings } from '../lowering.js';

/** Its two parts. */
export const separableConv2d: Lowerings<'separableConv2d'> = {
  separableConv2d: (node) => node.decomposed(),
};
