import { elementTypes } from '../../proto/element-types.js';
import { elementwise } from '../elementwise.js';
import { guarded } from '../guarded.js';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';

/** `Mod`; of floats ONNX has only the remainder with the dividend's sign. */
export const mod: Lowerings<'mod'> = {
  mod: (node) =>
    elementwise(node, ['a', 'b'], (a, b) => {
      const ofDividend = node.attributes.sign === 'dividend';
      if (node.dtype !== 'float32') {
        const fmod = Number(ofDividend);
        const rest = guarded(node, a, b, (...operands) => node.add('Mod', operands, { fmod }));
        return node.cast(rest, node.dtype === 'int32' ? elementTypes.int32 : elementTypes.uint8);
      }
      const rest = node.add('Mod', [a, b], { fmod: 1 });
      return ofDividend ? rest : towardsDivisor(node, rest, b);
    }),
};

/**
 * Adds the divisor to a remainder of the other sign, and gives a zero the divisor's sign. −0 is always
 * the second choice, as ONNX Runtime's `Where` makes the first 0.
 */
function towardsDivisor(node: NodeExport<'mod'>, rest: string, divisor: string): string {
  const zero = node.float(0);
  const isNegative = node.add('Less', [divisor, zero]);
  const differs = node.add('Xor', [node.add('Less', [rest, zero]), isNegative]);
  const moved = node.add('Where', [differs, node.add('Add', [rest, divisor]), rest]);
  const isPositive = node.add('Greater', [divisor, zero]);
  const signed = node.add('Where', [isPositive, zero, node.float(-0)]);
  const isZero = node.add('Equal', [rest, zero]);
  const isOther = node.add('Equal', [isZero, node.model.constants.scalar('bool', 0)]);
  return node.add('Where', [isOther, moved, signed]);
}
