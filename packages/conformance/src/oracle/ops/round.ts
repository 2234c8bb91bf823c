import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** The nearest integer, of two equally near ones the even one. */
export const round: OracleOp<'round'> = ({ operands: { x } }) => [mapSteps(x, halfToEven)];

function halfToEven(v: number): number {
  const below = Math.floor(v);
  if (v - below !== 0.5) return Math.round(v);
  return below % 2 === 0 ? below : below + 1;
}
