import type { OracleOp } from '../exact.js';
import { mapSteps } from '../steps.js';

/** The smallest integer that is not below x. */
export const ceil: OracleOp<'ceil'> = ({ operands: { x } }) => [mapSteps(x, Math.ceil)];
