import { mapElements } from '../elementwise.js';
import type { OracleOp } from '../exact.js';
import { wrap } from '../integer.js';

/** `−x`; −2³¹ wraps to itself. */
export const neg: OracleOp<'neg'> = ({ operands: { x } }) => [
  mapElements(x, (v) => (x.dtype === 'float32' ? -v : wrap(x.dtype, -BigInt(v)))),
];
