import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** Whether x is an infinity. */
export const isInf: OracleOp<'isInf'> = ({ operands: { x } }) => [
  mapSteps(x, (v) => Number(Math.abs(v) === Infinity), 'bool'),
];
