import type { Lowerings } from '../lowering.js';

/** A choice. ONNX Runtime's `ThresholdedRelu` gives 0 for NaN. */
export const thresholdedRelu: Lowerings<'thresholdedRelu'> = {
  thresholdedRelu(node) {
    if (node.model.exact) return node.decomposed();
    const { name, order } = node.home('x');
    const alpha = { float: node.attributes.alpha };
    return { name: node.add('ThresholdedRelu', [name], { alpha }), order };
  },
};
