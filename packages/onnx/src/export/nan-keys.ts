import { elementTypes } from '../proto/element-types.js';
import type { NodeExport } from './node-export.js';

/** What stands for Infinity, and for NaN: doubles that no float is, and that become Infinity as floats. */
const [infinite, beyond] = [1e200, 1e300];

/**
 * Doubles that compare as the floats do, with NaN at one end: beyond Infinity, or below −Infinity.
 * ONNX Runtime's searches give no place to NaN.
 */
export function nanKeys(
  node: Pick<NodeExport, 'add' | 'cast' | 'model'>,
  x: string,
  end: 'greatest' | 'least',
): string {
  const { constants } = node.model;
  const sign = end === 'greatest' ? 1 : -1;
  const wide = node.cast(x, elementTypes.double);
  const cut = end === 'greatest' ? 'Min' : 'Max';
  const finite = node.add(cut, [wide, constants.double(sign * infinite)]);
  return node.add('Where', [node.add('IsNaN', [x]), constants.double(sign * beyond), finite]);
}

/** The floats that keys with NaN at the greatest end stand for. */
export function fromNanKeys(
  node: Pick<NodeExport, 'add' | 'cast' | 'model'>,
  keys: string,
): string {
  const { constants } = node.model;
  const isNaN = node.add('Greater', [keys, constants.double(infinite)]);
  const floats = node.cast(keys, elementTypes.float);
  return node.add('Where', [isNaN, constants.scalar('float32', NaN), floats]);
}
