import { elementTypes } from '../../proto/element-types.js';
import { elementwise } from '../elementwise.js';
import type { Lowerings } from '../lowering.js';

/** `Where`; ONNX Runtime chooses between uint8 but not between booleans. */
export const where: Lowerings<'where'> = {
  where: (node) =>
    elementwise(node, ['condition', 'a', 'b'], (condition, a, b) => {
      if (node.dtype !== 'bool') return node.add('Where', [condition, a, b]);
      const bytes = [a, b].map((operand) => node.cast(operand, elementTypes.uint8));
      return node.cast(node.add('Where', [condition, ...bytes]), elementTypes.bool);
    }),
};
