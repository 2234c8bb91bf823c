import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';

/** `LRN` of feature maps; ONNX Runtime's window has an odd size. */
export const lrn: Lowerings<'lrn'> = {
  lrn(node) {
    const { size, alpha, beta, bias } = node.attributes;
    if (node.shape('x').length !== 4 || size % 2 === 0) return node.decomposed();
    const name = node.add('LRN', [node.channelsFirst('x')], {
      size,
      alpha: { float: alpha },
      beta: { float: beta },
      bias: { float: bias },
    });
    return { name, order: channelsFirstOrder(4) };
  },
};
