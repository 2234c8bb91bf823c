import type { Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import type { Lowerings } from './lowering.js';

/** `Clip`: bounds are attributes before opset 11, optional operands since. */
export const clip: Lowerings = {
  Clip(node) {
    const x = node.value(0);
    if (node.opset < 11) {
      const bound = (name: string): number | null =>
        node.attributes.has(name) ? node.attributes.float(name) : null;
      return clipped(node, x, bound('min'), bound('max'));
    }
    const constant = (index: number): boolean => !node.has(index) || node.isConstant(index);
    if (!constant(1) || !constant(2)) return bounded(node, x);
    const bound = (index: number): number | null => (node.has(index) ? node.number(index) : null);
    return clipped(node, x, bound(1), bound(2));
  },
};

function clipped(node: NodeImport, x: Value, min: number | null, max: number | null): Value {
  return node.g.clip({ x }, { min, max }, node.name());
}

/** Bounds that are only known when the graph runs. */
function bounded(node: NodeImport, x: Value): Value {
  const { g } = node;
  const low = node.has(1) ? g.maximum({ a: x, b: node.value(1) }, {}, node.name('low')) : x;
  return node.has(2) ? g.minimum({ a: low, b: node.value(2) }, {}, node.name()) : low;
}
