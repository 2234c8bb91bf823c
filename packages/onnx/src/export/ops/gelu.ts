import type { Lowerings } from '../lowering.js';

/** The formula, as ONNX has `Gelu` only from opset 20 on; ONNX Runtime makes one kernel of it. */
export const gelu: Lowerings<'gelu'> = {
  gelu: (node) => node.decomposed(),
};
