import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** Natural logarithm; `−∞` at 0, NaN below. */
export const log: OracleOp<'log'> = ({ operands: { x }, policy }) => [
  mapFormula(x, policy, (a, v) => a.call('log', v)),
];
