import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** The largest integer that is not above x. */
export const floor: OracleOp<'floor'> = ({ operands: { x } }) => [mapSteps(x, Math.floor)];
