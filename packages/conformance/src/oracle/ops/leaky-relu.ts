import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** x where it is not negative, `alpha · x` where it is. */
export const leakyRelu: OracleOp<'leakyRelu'> = ({
  operands: { x },
  attributes: { alpha },
  policy,
}) => [mapFormula(x, policy, (a, v) => (v.value < 0 ? a.multiply(a.constant(alpha), v) : v))];
