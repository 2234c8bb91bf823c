import type { Lowerings } from '../lowering.js';
import { channelsFirstOrder } from '../order.js';

/** `DepthToSpace` and `SpaceToDepth`, which ONNX Runtime has for floats; the latter in one order. */
export const blocks: Lowerings<'depthToSpace' | 'spaceToDepth'> = {
  depthToSpace(node) {
    if (node.dtype !== 'float32') return node.decomposed();
    const { blockSize: blocksize, order } = node.attributes;
    const x = node.channelsFirst('x');
    const name = node.add('DepthToSpace', [x], { blocksize, mode: order.toUpperCase() });
    return { name, order: channelsFirstOrder(4) };
  },
  spaceToDepth(node) {
    const { blockSize: blocksize, order } = node.attributes;
    if (node.dtype !== 'float32' || order === 'crd') return node.decomposed();
    const name = node.add('SpaceToDepth', [node.channelsFirst('x')], { blocksize });
    return { name, order: channelsFirstOrder(4) };
  },
};
