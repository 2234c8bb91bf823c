import { elementTypes } from '../proto/element-types.js';
import type { NodeExport } from './node-export.js';

/** Divides integers as int64, with 0 for what is divided by 0; the result is int64. */
export function guarded(
  node: Pick<NodeExport, 'add' | 'cast' | 'model'>,
  a: string,
  b: string,
  divide: (a: string, b: string) => string,
): string {
  const zero = node.model.constants.int64s([0], []);
  const one = node.model.constants.int64s([1], []);
  const [dividend, divisor] = [a, b].map((operand) => node.cast(operand, elementTypes.int64));
  const isZero = node.add('Equal', [divisor!, zero]);
  const safe = node.add('Where', [isZero, one, divisor!]);
  return node.add('Where', [isZero, zero, divide(dividend!, safe)]);
}
