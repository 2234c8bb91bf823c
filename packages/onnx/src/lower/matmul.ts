import type { Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import type { Lowerings } from './lowering.js';

/**
 * `MatMul`: NumPy's rules for vectors. A constant matrix on the right is a dense layer.
 */
export const matmul: Lowerings = {
  MatMul(node) {
    const { g } = node;
    const [left, right] = [node.rank(0), node.rank(1)];
    if (right === 2 && left >= 2 && node.isConstant(1) && node.dtype(0) === 'float32') {
      return g.dense({ x: node.value(0), filter: node.value(1) }, {}, node.name());
    }
    const a = left === 1 ? lifted(node, 0, 0) : node.value(0);
    const b = right === 1 ? lifted(node, 1, 1) : node.value(1);
    const axes = [...(left === 1 ? [-2] : []), ...(right === 1 ? [-1] : [])];
    const y = g.matmul({ a, b }, {}, axes.length === 0 ? node.name() : node.name('matrix'));
    if (axes.length === 0) return y;
    const rank = y.shape.length;
    return g.squeeze({ x: y }, { axes: axes.map((axis) => axis + rank) }, node.name());
  },
};

/** A vector as a matrix of one row or one column. */
function lifted(node: NodeImport, operand: number, axis: number): Value {
  return node.g.expandDims({ x: node.value(operand) }, { axes: [axis] }, node.name('vector'));
}
