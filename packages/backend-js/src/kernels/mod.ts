import { binary, pairwise } from '../elementwise/binary.js';
import type { Kernel } from '../kernel.js';

/** The NaN of a remainder by 0 is stored as 0 in integers. */
export const mod: Kernel<'mod'> = binary((_, { sign }) =>
  pairwise(sign === 'dividend' ? (a, b) => a % b : divisorSigned),
);

function divisorSigned(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}
