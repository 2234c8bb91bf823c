import type { Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';

/** Indices as the int32 that the graph indexes with. */
export function indicesOf(node: NodeImport, operand: number): Value {
  const x = node.value(operand);
  return x.dtype === 'int32' ? x : node.g.cast({ x }, { to: 'int32' }, node.name('indices'));
}
