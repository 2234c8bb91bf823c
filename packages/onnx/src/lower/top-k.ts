import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** `TopK`: k is an attribute before opset 10, an operand since. */
export const topK: Lowerings = {
  TopK(node) {
    const { attributes } = node;
    const [k, ...more] = node.opset < 10 ? [attributes.int('k')] : node.integers(1);
    if (k === undefined || more.length > 0) throw errorAt(node.node.place, 'TopK needs one k');
    const axis = attributes.int('axis', -1);
    const largest = attributes.flag('largest', true);
    const sorted = attributes.flag('sorted', true);
    const { values, indices } = node.g.topK(
      { x: node.value(0) },
      { k, axis, largest, sorted },
      node.name(),
    );
    return [values, indices];
  },
};
