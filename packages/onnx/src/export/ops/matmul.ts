import type { Lowerings } from '../lowering.js';
import { type Order, plainOrder } from '../order.js';

/** `MatMul`; ONNX Runtime takes transposes before it into it. */
export const matmul: Lowerings<'matmul'> = {
  matmul(node) {
    const { transposeA, transposeB } = node.attributes;
    const a = node.inOrder('a', matrixOrder(node.shape('a').length, transposeA));
    const b = node.inOrder('b', matrixOrder(node.shape('b').length, transposeB));
    return { name: node.add('MatMul', [a, b]), order: plainOrder(node.types[0]!.shape.length) };
  },
};

function matrixOrder(rank: number, transposed: boolean): Order {
  const order = plainOrder(rank);
  return transposed ? [...order.slice(0, -2), rank - 1, rank - 2] : order;
}
