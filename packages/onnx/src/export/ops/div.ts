import { elementTypes } from '../../proto/element-types.js';
import { elementwise } from '../elementwise.js';
import type { Lowerings } from '../lowering.js';
import { guarded } from '../guarded.js';

/**
 * `Div`. The engine's division of integers traps on a divisor of 0, and on −2³¹ / −1, which int64 and
 * a cast back wrap.
 */
export const div: Lowerings<'div'> = {
  div: (node) =>
    elementwise(node, ['a', 'b'], (a, b) => {
      if (node.dtype === 'float32') return node.add('Div', [a, b]);
      const quotient = guarded(node, a, b, (...operands) => node.add('Div', operands));
      return node.cast(quotient, node.dtype === 'int32' ? elementTypes.int32 : elementTypes.uint8);
    }),
};
