import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** `1 / √x`; an infinity of the sign of x at 0 (IEEE 754 rSqrt). */
export const rsqrt: OracleOp<'rsqrt'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('rsqrt', v)),
];
