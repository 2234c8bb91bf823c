import { elementwise } from '../elementwise.js';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';

/** `Pow` of floats. ONNX Runtime takes powers of integers as floats do, so that they would not wrap. */
export const pow: Lowerings<'pow'> = {
  pow: (node) =>
    elementwise(node, ['a', 'b'], (a, b) =>
      node.dtype === 'float32' ? node.add('Pow', [a, b]) : integerPower(node, a, b),
    ),
};

/**
 * Exponentiation by squaring, one bit of the exponent at a time. To a negative power, ±1 stays a unit
 * and everything else becomes 0.
 */
function integerPower(node: NodeExport<'pow'>, a: string, b: string): string {
  const [zero, one, two] = [0, 1, 2].map((value) => node.int32(value)) as [string, string, string];
  const isNegative = node.add('Less', [b, zero]);
  const isUnit = node.add('Equal', [node.add('Abs', [a]), one]);
  const base = node.add('Where', [
    node.add('And', [isNegative, node.add('Not', [isUnit])]),
    zero,
    a,
  ]);
  // |−2³¹| is not an int32, but of a unit or 0 only the parity and not being 0 count.
  let rest = node.add('Abs', [node.add('Max', [b, node.int32(-(2 ** 31) + 2)])]);
  let square = base;
  let power = one;
  for (let bit = 0; bit < 31; bit++) {
    const isOdd = node.add('Equal', [node.add('Mod', [rest, two]), one]);
    power = node.add('Mul', [power, node.add('Where', [isOdd, square, one])]);
    if (bit === 30) break;
    rest = node.add('Div', [rest, two]);
    square = node.add('Mul', [square, square]);
  }
  return power;
}
