import { indicesOf } from '../forms/indices.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import { dtypeOf } from '../tensor/to-tensor.js';
import type { Lowerings } from './lowering.js';

/** `OneHot` with constant depth and values. */
export const oneHot: Lowerings = {
  OneHot(node) {
    const axis = node.attributes.int('axis', -1);
    const [off, on, ...more] = node.numbers(2);
    if (off === undefined || on === undefined || more.length > 0) {
      throw errorAt(node.node.place, 'OneHot needs two values, off and on');
    }
    const operand = node.operand(2);
    const type = operand.kind === 'constant' ? operand.proto.dataType : 0;
    const dtype = operand.kind === 'known' ? dtypeOf(operand.elementType) : dtypeOf(type);
    if (dtype === undefined) throw new Unsupported('its values have no dtype in a graph');
    const depth = Math.trunc(node.number(1));
    return node.g.oneHot(
      { indices: indicesOf(node, 0) },
      { depth, axis, on, off, dtype },
      node.name(),
    );
  },
};
