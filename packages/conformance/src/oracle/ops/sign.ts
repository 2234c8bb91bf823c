import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** −1, 0 or 1; NaN stays. The sign of a zero is open. */
export const sign: OracleOp<'sign'> = ({ operands: { x } }) => [mapSteps(x, Math.sign)];
