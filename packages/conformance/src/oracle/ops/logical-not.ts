import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** `¬x`. */
export const logicalNot: OracleOp<'logicalNot'> = ({ operands: { x } }) => [
  mapSteps(x, (v) => Number(v === 0), 'bool'),
];
