import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

export const pow: Kernel<'pow'> = binary((dtype) =>
  pairwise(dtype === 'float32' ? floatPower : integerPower),
);

/** As in IEEE 754; `**` makes NaN of `1 ** NaN` and `(±1) ** ±Infinity`. */
function floatPower(a: number, b: number): number {
  return a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b;
}

/** By squaring, modulo 2³². */
function integerPower(a: number, b: number): number {
  if (b < 0) return a === 1 ? 1 : a === -1 ? (b & 1 ? -1 : 1) : 0;
  let power = 1;
  for (let square = a, rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) power = Math.imul(power, square);
    square = Math.imul(square, square);
  }
  return power;
}
