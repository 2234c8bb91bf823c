import { mapElements } from '../elementwise.js';
import type { OracleOp } from '../exact.js';
import { wrap } from '../integer.js';

/** `|x|`; −2³¹ wraps to itself. */
export const abs: OracleOp<'abs'> = ({ operands: { x } }) => [
  mapElements(x, (v) => (x.dtype === 'float32' ? Math.abs(v) : wrap(x.dtype, BigInt(Math.abs(v))))),
];
