import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** Whether x is not a number. */
export const isNaN: OracleOp<'isNaN'> = ({ operands: { x } }) => [
  mapSteps(x, (v) => Number(Number.isNaN(v)), 'bool'),
];
