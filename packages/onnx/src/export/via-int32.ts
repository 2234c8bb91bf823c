import type { OpName } from '@separable/core';
import { elementTypes } from '../proto/element-types.js';
import type { NodeExport } from './node-export.js';

/** Computes on uint8 as int32 and keeps the last eight bits; other dtypes are computed as they are. */
export function viaInt32<K extends OpName>(
  node: NodeExport<K>,
  operands: readonly string[],
  compute: (...operands: string[]) => string,
): string {
  if (node.dtype !== 'uint8') return compute(...operands);
  const wide = operands.map((operand) => node.cast(operand, elementTypes.int32));
  return node.cast(compute(...wide), elementTypes.uint8);
}
