import { broadcast, sameShape } from '@separable/core';
import { elementTypes } from '../../proto/element-types.js';
import { elementwise } from '../elementwise.js';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';

/** `Where`; ONNX Runtime chooses between uint8 but not between booleans. */
export const where: Lowerings<'where'> = {
  where: (node) =>
    elementwise(node, ['condition', 'a', 'b'], (condition, a, b) => {
      if (node.dtype === 'float32' && node.model.exact) return signed(node, condition, a, b);
      if (node.dtype !== 'bool') return node.add('Where', [condition, a, b]);
      const bytes = [a, b].map((operand) => node.cast(operand, elementTypes.uint8));
      return node.cast(node.add('Where', [condition, ...bytes]), elementTypes.bool);
    }),
};

/**
 * ONNX Runtime chooses by adding what was not chosen as 0, and so makes −0 of its first operand 0; of
 * its second it keeps it where that, with the condition, fills the result.
 */
function signed(node: NodeExport<'where'>, condition: string, a: string, b: string): string {
  if (hasNoNegativeZero(node, 'a') && fills(node, 'b')) return node.add('Where', [condition, a, b]);
  // Not a `Not`, which ONNX Runtime would take away by exchanging the operands again.
  const otherwise = node.add('Equal', [condition, node.model.constants.scalar('bool', 0)]);
  if (hasNoNegativeZero(node, 'b') && fills(node, 'a')) return node.add('Where', [otherwise, b, a]);
  const isNegativeZero = node.add('Or', [
    node.add('And', [condition, negativeZeros(node, a)]),
    node.add('And', [otherwise, negativeZeros(node, b)]),
  ]);
  const chosen = node.add('Where', [condition, a, b]);
  const keeps = node.add('Equal', [isNegativeZero, node.model.constants.scalar('bool', 0)]);
  return node.add('Where', [keeps, chosen, node.float(-0)]);
}

function fills(node: NodeExport<'where'>, operand: string): boolean {
  const shape = broadcast(node.shape('condition'), node.shape(operand));
  return sameShape(shape, node.types[0]!.shape);
}

function negativeZeros(node: NodeExport<'where'>, x: string): string {
  const zero = node.float(0);
  const isBelow = node.add('Less', [node.add('Reciprocal', [x]), zero]);
  return node.add('And', [node.add('Equal', [x, zero]), isBelow]);
}

function hasNoNegativeZero(node: NodeExport<'where'>, operand: string): boolean {
  const data = node.tensor(operand)?.data;
  return data !== undefined && !data.some((value) => Object.is(value, -0));
}
