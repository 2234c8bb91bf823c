import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';

/**
 * `LRN` of feature maps, where the window has the odd size that ONNX Runtime asks for. Its running sum
 * carries a NaN on to channels that do not see it.
 */
export const lrn: Lowerings<'lrn'> = {
  lrn(node) {
    const { size, alpha, beta, bias } = node.attributes;
    const isPlain = node.shape('x').length === 4 && size % 2 === 1;
    if (node.model.exact || !isPlain) return node.decomposed();
    const name = node.add('LRN', [node.channelsFirst('x')], {
      size,
      alpha: { float: alpha },
      beta: { float: beta },
      bias: { float: bias },
    });
    return { name, order: channelsFirstOrder(4) };
  },
};
