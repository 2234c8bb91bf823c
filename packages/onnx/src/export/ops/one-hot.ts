import type { Lowerings } from '../lowering.js';

/** A comparison with all positions, since ONNX Runtime's `OneHot` has few dtypes. */
export const oneHot: Lowerings<'oneHot'> = {
  oneHot: (node) => node.decomposed(),
};
