import { elementTypes } from '../proto/element-types.js';
import type { NodeExport } from './node-export.js';

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
  const infinite = constants.double(sign * 1e200);
  const beyond = constants.double(sign * 1e300);
  const wide = node.cast(x, elementTypes.double);
  const finite = node.add(end === 'greatest' ? 'Min' : 'Max', [wide, infinite]);
  return node.add('Where', [node.add('IsNaN', [x]), beyond, finite]);
}
