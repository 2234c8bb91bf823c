import { plane, windowOf } from '../forms/window.js';
import type { OpLowering, OpLowerings } from './op-lowering.js';

function poolAs(op: 'maxPool2d' | 'averagePool2d'): OpLowering {
  return (node) => {
    const attributes = { kernel: plane(node, 'ksize'), ...windowOf(node) };
    return node.g[op]({ x: node.value(0) }, attributes, node.name());
  };
}

/** Operators that keep one number of each window. */
export const pooling: OpLowerings = {
  AvgPool: poolAs('averagePool2d'),
  MaxPool: poolAs('maxPool2d'),
};
