import type { Lowerings } from '../lowering.js';

export const thresholdedRelu: Lowerings<'thresholdedRelu'> = {
  thresholdedRelu(node) {
    const { name, order } = node.home('x');
    const alpha = { float: node.attributes.alpha };
    return { name: node.add('ThresholdedRelu', [name], { alpha }), order };
  },
};
